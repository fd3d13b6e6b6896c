package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Roles;
import kz.zhospar.notification.MailService;

/** What the administrator keeps: the order of work, not its content. */
@Route("admin")
@RolesAllowed(Roles.ADMIN)
class AdminView extends Div implements HasDynamicTitle {

    private static final List<String> PLACES = List.of("routes", "calendar", "periods", "posts", "mail");

    AdminView(MailService mail) {
        add(Ui.div("z-page-head", new H1(t("shell.admin"))));
        var places = Ui.div("z-home");
        PLACES.forEach(place -> places.add(card(place, "admin/" + place)));
        places.add(card("seal", "audit/seal"));
        places.add(card("access", "audit/access"));
        var undelivered = mail.givenUp();
        if (undelivered > 0) {
            add(Ui.div("z-alert bad", Ui.link("admin/mail", t("shell.admin.undelivered", undelivered))));
        }
        add(places);
    }

    private static Section card(String place, String address) {
        var link = Ui.link(address, t("shell.admin.open"));
        link.addClassName("z-button");
        Ui.describe(link, t("shell.admin." + place));
        var card = new Section(
                new H2(t("shell.admin." + place)), new Paragraph(t("shell.admin." + place + ".what")), link);
        card.addClassNames("z-card", "z-home-block");
        return card;
    }

    @Override
    public String getPageTitle() {
        return t("shell.admin.page-title");
    }
}
