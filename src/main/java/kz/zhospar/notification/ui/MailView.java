package kz.zhospar.notification.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Roles;
import kz.zhospar.live.Signals;
import kz.zhospar.live.ui.Follow;
import kz.zhospar.notification.MailService;
import kz.zhospar.notification.UndeliveredLetter;

/** The mail that did not get through, why, and the way to send it again. */
@Route("admin/mail")
@RolesAllowed(Roles.ADMIN)
class MailView extends Div implements HasDynamicTitle {

    private static final int MOST = 100;

    private final MailService mail;
    private final Button all = new Button(t("notification.undelivered.all"), _ -> sendAll());
    private final Div letters = new Div();

    MailView(MailService mail, Signals signals) {
        this.mail = mail;
        add(head());
        if (!mail.isOn()) {
            add(Ui.div("z-alert wait", Ui.span("", t("notification.undelivered.off"))));
        }
        add(letters);
        show();
        Follow.topic(this, signals, MailService.TOPIC, _ -> show());
    }

    private Component head() {
        var lead = new Paragraph(t("notification.undelivered.lead"));
        lead.addClassName("z-lead");
        return Ui.div(
                "z-page-head",
                Ui.div(
                        "",
                        Ui.div("z-crumbs", Ui.link("admin", t("shell.admin"))),
                        new H1(t("notification.undelivered")),
                        lead),
                all);
    }

    private void show() {
        var shown = mail.undelivered(MOST);
        letters.removeAll();
        letters.add(shown.isEmpty() ? none() : list(shown));
        var givenUp = mail.givenUp();
        if (givenUp > MOST) {
            letters.add(Ui.span("z-soft z-small", t("notification.undelivered.first", MOST, givenUp)));
        }
        all.setVisible(mail.isOn() && givenUp > 1);
    }

    private static Component none() {
        return Ui.div("z-card z-empty", Ui.span("", t("notification.undelivered.none")));
    }

    private Component list(List<UndeliveredLetter> shown) {
        var list = new UnorderedList();
        list.addClassNames("z-card", "z-letters");
        shown.forEach(letter -> list.add(new LetterRow(letter, mail.isOn(), this::send)));
        return list;
    }

    private void send(UndeliveredLetter letter) {
        mail.sendAgain(letter.id());
        Ui.tell(t("notification.undelivered.sending"));
        show();
    }

    private void sendAll() {
        mail.sendAllAgain();
        Ui.tell(t("notification.undelivered.sending"));
        show();
    }

    @Override
    public String getPageTitle() {
        return t("notification.undelivered.page-title");
    }
}
