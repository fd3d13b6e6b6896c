package kz.zhospar.seal.internal;

import java.util.Set;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import kz.zhospar.seal.Fault;

/** Says what was found, naming the row. */
public final class FaultWords {

    private static final Set<Fault.Kind> OF_ROWS =
            Set.of(Fault.Kind.ALTERED, Fault.Kind.REMOVED, Fault.Kind.INSERTED, Fault.Kind.REORDERED);

    private FaultWords() {}

    public static String of(Fault fault, Language language) {
        return Messages.in(
                language,
                "seal.fault." + fault.kind() + form(fault),
                fault.table(),
                String.valueOf(fault.revision()),
                fault.rowKey());
    }

    private static String form(Fault fault) {
        if (OF_ROWS.contains(fault.kind())) {
            if (fault.table().equals(AuditTable.REVISION)) {
                return ".revision";
            }
            return fault.table().endsWith("_aud") ? ".row" : ".live";
        }
        return switch (fault.kind()) {
            case SEAL_ALTERED -> fault.table().equals(Fault.LEAF) ? ".leaf" : ".seal";
            case HEAD_MISSING -> fault.seal() == null ? ".hash" : ".number";
            case PLAN_DIFFERS -> fault.revision() == 0 ? ".now" : ".revision";
            default -> ".seal";
        };
    }
}
