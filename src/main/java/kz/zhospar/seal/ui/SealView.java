package kz.zhospar.seal.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.Roles;
import kz.zhospar.live.Signals;
import kz.zhospar.live.ui.Follow;
import kz.zhospar.seal.SealService;

/** The seals over the audit: the newest one with its key, the verification, and all seals. */
@Route("audit/seal")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
class SealView extends Div implements HasDynamicTitle {

    private final SealService seals;
    private final Button verify = new Button(t("seal.verify"), _ -> verify());
    private final Div alert = new Div();
    private final HeadCard head = new HeadCard();
    private final VerificationCard verification;
    private final SealList list;

    SealView(SealService seals, Signals signals, CurrentPerson current, People people) {
        this.seals = seals;
        this.verification = new VerificationCard(people);
        this.list = new SealList(seals);
        verify.addThemeVariants(ButtonVariant.PRIMARY);
        verify.setDisableOnClick(true);
        add(head(current), alert, Ui.div("z-seal", head, verification), list);
        show();
        Follow.topic(this, signals, SealService.TOPIC, messages -> {
            if (messages.size() == 1 && messages.contains("progress")) {
                showVerification();
            } else {
                show();
            }
        });
    }

    private Component head(CurrentPerson current) {
        var lead = new Paragraph(t("seal.lead"));
        lead.addClassName("z-lead");
        var title = Ui.div("", new H1(t("seal.title")), lead);
        if (!current.require().is(Role.AUDITOR)) {
            // Auditors come from the navigation above the screens of the audit.
            title.addComponentAsFirst(Ui.div("z-crumbs", Ui.link("admin", t("shell.admin"))));
        }
        return Ui.div("z-page-head", title, verify);
    }

    private void verify() {
        seals.beginVerification();
        showVerification();
    }

    private void show() {
        showAlert();
        head.show(seals.head(), seals.keyId());
        list.show();
        showVerification();
    }

    private void showAlert() {
        alert.removeAll();
        seals.canary().filter(state -> !state.isWell()).ifPresent(state -> {
            var text = Ui.div(
                    "z-alert bad",
                    new Paragraph(t("seal.canary.bad", Ui.formats().moment(state.at()))));
            text.getElement().setAttribute("role", "alert");
            text.add(Ui.span("z-small z-soft", String.valueOf(state.problem())));
            alert.add(text);
        });
    }

    private void showVerification() {
        var running = seals.runningVerification();
        verify.setEnabled(running.isEmpty());
        verification.show(running, seals.verificationBrokeOff(), seals.lastVerification(), seals.canary());
    }

    @Override
    public String getPageTitle() {
        return t("seal.page-title");
    }
}
