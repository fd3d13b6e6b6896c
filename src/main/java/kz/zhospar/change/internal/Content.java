package kz.zhospar.change.internal;

import java.util.Collection;
import java.util.stream.Collectors;
import kz.zhospar.common.Sha256;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ValueJson;

/** What a decision is bound to: everything that a request says, as one SHA-256. */
final class Content {

    private Content() {}

    static String hash(ChangeRequest request, Collection<? extends Change> changes) {
        var lines = changes.stream().map(Content::line).sorted().collect(Collectors.joining("\n"));
        var text = String.join(
                "\n",
                ValueJson.print(request.title()),
                ValueJson.print(request.justification()),
                ValueJson.print(request.basis().name()),
                ValueJson.print(request.basis().number()),
                String.valueOf(request.basis().date()),
                String.valueOf(request.basisFile()),
                lines);
        return Sha256.of(text);
    }

    private static String line(Change change) {
        return switch (change) {
            case Change.Add add -> "add %s %s".formatted(add.ref(), ValueJson.print(add.item()));
            case Change.Remove remove -> "remove %s %s".formatted(remove.ref(), ValueJson.print(remove.base()));
            case Change.Edit edit ->
                "edit %s %s %s %s"
                        .formatted(
                                edit.ref(), edit.field(), ValueJson.print(edit.base()), ValueJson.print(edit.value()));
        };
    }
}
