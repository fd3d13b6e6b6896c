package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Optional;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.seal.CanaryState;
import kz.zhospar.seal.PastVerification;
import kz.zhospar.seal.SealService;

/** What auditors and administrators must know of the audit before anything else. */
final class SealAlert {

    private SealAlert() {}

    /** Nothing while the audit is whole. */
    static Optional<Component> of(SealService seals) {
        var alert = Ui.div("z-alert bad");
        seals.canary()
                .filter(state -> !state.isWell())
                .map(CanaryState::at)
                .ifPresent(at -> line(alert, t("seal.canary.bad", Ui.formats().moment(at))));
        seals.lastVerification()
                .filter(last -> !last.isClean())
                .ifPresent(last -> line(alert, t("seal.home.faults", moment(last), last.found())));
        if (alert.getComponentCount() == 0) {
            return Optional.empty();
        }
        alert.getElement().setAttribute("role", "alert");
        alert.add(Ui.link("audit/seal", t("seal.home.open")));
        return Optional.of(alert);
    }

    private static void line(Div alert, String text) {
        alert.add(new Paragraph(text));
    }

    private static String moment(PastVerification last) {
        return Ui.formats().moment(last.at());
    }
}
