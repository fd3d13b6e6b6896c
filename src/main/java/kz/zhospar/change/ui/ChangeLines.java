package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;

/** Changes in few words, one line each: old beside new; what came or went opens to what it stated. */
public class ChangeLines extends UnorderedList {

    /** @param named which of the changes say what they are changes of */
    public ChangeLines(ChangeWords words, Collection<? extends Change> changes, Predicate<Change> named) {
        addClassName("z-change-list");
        ItemRef last = null;
        for (var change : changes) {
            switch (change) {
                case Change.Edit edit ->
                    edits(words, edit, named.test(change) && !edit.ref().equals(last))
                            .forEach(this::add);
                case Change.Add add -> add(whole(words, add.item(), t("change.added", words.name(add.ref()))));
                case Change.Remove remove ->
                    add(whole(words, remove.base(), t("change.removed", words.name(remove.ref()))));
            }
            last = change.ref();
        }
    }

    private static List<ListItem> edits(ChangeWords words, Change.Edit edit, boolean named) {
        var items = words.lines(edit).stream()
                .map(line -> new ListItem(Ui.span("z-change-field", line.what()), ChangeParts.beside(line)))
                .toList();
        if (named) {
            items.getFirst().addComponentAsFirst(Ui.span("z-change-name", words.name(edit.ref())));
        }
        return items;
    }

    private static ListItem whole(ChangeWords words, Item item, String summary) {
        Component statements = ChangeParts.statements(words, item);
        return new ListItem(new NativeDetails(new Span(summary), statements));
    }
}
