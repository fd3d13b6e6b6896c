package kz.zhospar.workspace.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;

/** Which revision last set each value of one item. */
final class LastRevisions {
    private LastRevisions() {}

    /** {@code entries} are of one item, the newest first. */
    static Map<Field, Long> of(List<HistoryEntry> entries) {
        var numbers = new HashMap<Field, Long>();
        for (var entry : entries) {
            var revision = entry.revision().number();
            for (var change : entry.changes()) {
                switch (change) {
                    case Change.Edit edit -> numbers.putIfAbsent(edit.field(), revision);
                    case Change.Add add ->
                        add.item().values().keySet().forEach(field -> numbers.putIfAbsent(field, revision));
                    case Change.Remove _ -> {}
                }
            }
        }
        return numbers;
    }
}
