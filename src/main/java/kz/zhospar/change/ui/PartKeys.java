package kz.zhospar.change.ui;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestDetails.PartProgress;
import org.jspecify.annotations.Nullable;

/** What the parts of a request's page are built from. A part whose key is the same as before stays as it is. */
final class PartKeys {

    private PartKeys() {}

    static Object route(RequestDetails details) {
        var parts = details.stages().stream()
                .flatMap(stage -> stage.parts().stream().map(PartKeys::part))
                .toList();
        return key(
                details.stages().stream().map(RequestDetails.Stage::step).toList(),
                parts,
                details.summary().turn());
    }

    private static Object part(PartProgress part) {
        return key(part.part(), part.progress(), part.decision() == null ? null : id(part.decision()));
    }

    static Object decisions(RequestDetails details) {
        return details.decisions().stream().map(PartKeys::id).toList();
    }

    private static UUID id(DecisionRecord decision) {
        return decision.id();
    }

    static Object rounds(RequestDetails details) {
        return key(
                details.earlier(),
                details.summary().title(),
                details.justification(),
                details.basis(),
                details.changes());
    }

    static Object actions(RequestDetails details) {
        return key(
                details.state(),
                details.round(),
                details.mayWrite(),
                details.mayTakeOver(),
                details.mayDecide(),
                details.writer(),
                details.summary().goals(),
                RequestWords.route(details.stages()));
    }

    /** The cards of other modules know themselves what happens in them; they are built anew at another point only. */
    static Object further(RequestDetails details) {
        return key(details.state(), details.round(), details.mayWrite(), details.mayDecide());
    }

    private static List<@Nullable Object> key(@Nullable Object... parts) {
        return Arrays.asList(parts);
    }
}
