package kz.zhospar.notification.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.notification.UndeliveredLetter;

/** One letter that did not get through: to whom, about what, what the mail server said of it. */
class LetterRow extends ListItem {

    LetterRow(UndeliveredLetter letter, boolean maySend, Consumer<UndeliveredLetter> send) {
        var address = Objects.requireNonNullElse(letter.address(), t("notification.undelivered.no-address"));
        add(Ui.div(
                "z-letter",
                Ui.div(
                        "z-letter-head",
                        Ui.span("z-letter-to", letter.recipient()),
                        Ui.span("z-soft", address),
                        state(letter)),
                Ui.span("", about(letter)),
                Ui.span("z-soft z-small", t("notification.undelivered.failure", letter.failure())),
                Ui.span("z-soft z-small", times(letter))));
        if (letter.isGivenUp() && maySend) {
            var again = new Button(t("notification.undelivered.again"), _ -> send.accept(letter));
            again.addThemeVariants(ButtonVariant.SMALL);
            again.setDisableOnClick(true);
            again.setAriaLabel(t("notification.undelivered.again.to", letter.recipient()));
            add(again);
        }
    }

    private static Span state(UndeliveredLetter letter) {
        return letter.isGivenUp()
                ? Ui.span("z-tag bad", t("notification.undelivered.given-up"))
                : Ui.span("z-tag wait", t("notification.undelivered.trying"));
    }

    private static String about(UndeliveredLetter letter) {
        var day = letter.digestDay();
        return day != null
                ? t("notification.undelivered.digest", Ui.formats().day(day))
                : letter.kinds().stream()
                        .map(kind -> t("notification.name." + kind))
                        .sorted()
                        .collect(Collectors.joining("; "));
    }

    private static String times(UndeliveredLetter letter) {
        var ended = letter.givenUpAt();
        var begun = Ui.formats().moment(letter.createdAt());
        return ended == null
                ? t("notification.undelivered.times", begun, letter.attempts())
                : t(
                        "notification.undelivered.times.ended",
                        begun,
                        letter.attempts(),
                        Ui.formats().moment(ended));
    }
}
