package kz.zhospar.change.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;
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
                ValueJson.print(request.basis()),
                lines);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
