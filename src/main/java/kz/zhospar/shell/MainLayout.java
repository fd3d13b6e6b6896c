package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.audit.ui.PlanScreen;
import kz.zhospar.audit.ui.ShownPlan;
import kz.zhospar.audit.ui.TimeBar;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.ui.LanguageSwitch;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.SessionSettings;
import kz.zhospar.live.Signals;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.notification.ui.Bell;
import org.jspecify.annotations.Nullable;

/** The frame of every screen after sign-in: where one can go, in which language, and as whom one is here. */
@Layout
@PermitAll
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final String PLAN = "plan";

    private final Map<String, Anchor> places = new LinkedHashMap<>();
    private final Main main = new Main();
    private final TimeBar time;
    private @Nullable AuditPlaces audit;

    MainLayout(
            CurrentPerson current,
            AuthenticationContext authentication,
            NotificationService notifications,
            PlanArchive archive,
            RequestService requests,
            Signals signals,
            SessionSettings sessions,
            Clock clock) {
        time = new TimeBar(archive, requests, current);
        addClassName("z-app");
        main.addClassName("z-main");
        var who = who(current, authentication);
        current.find()
                .ifPresent(person -> who.addComponentAtIndex(1, new Bell(notifications, signals, person.account())));
        add(top(current, who), time);
        current.find().filter(MainLayout::seesRequests).map(AuditPlaces::new).ifPresent(found -> {
            audit = found;
            add(found);
        });
        add(main, new SessionEnd(sessions, clock));
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().appendChild(content.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement oldContent) {
        main.removeAll();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var screen = event.getActiveChain().stream()
                .filter(PlanScreen.class::isInstance)
                .map(PlanScreen.class::cast)
                .findFirst();
        time.show(screen.orElse(null), event.getLocation());
        places.get(PLAN).setHref(screen.isPresent() ? ShownPlan.keep(PLAN) : PLAN);
        if (audit != null) {
            audit.show(event.getLocation());
        }
        var path = event.getLocation().getPath();
        places.forEach((place, link) -> {
            var here = place.isEmpty() ? path.isEmpty() : path.equals(place) || path.startsWith(place + "/");
            if (here) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    private Header top(CurrentPerson current, Component who) {
        var header = new Header(brand(), navigation(current), who);
        header.addClassName("z-top");
        return header;
    }

    private static Component brand() {
        var brand = Ui.link("", t("shell.brand"));
        brand.addClassName("z-brand");
        brand.getElement().appendChild(small(t("shell.city")));
        return brand;
    }

    private Nav navigation(CurrentPerson current) {
        var nav = new Nav();
        nav.addClassName("z-nav");
        Ui.describe(nav, t("shell.navigation"));
        place(nav, "", t("shell.home"));
        place(nav, PLAN, t("shell.plan"));
        if (current.find().filter(MainLayout::seesRequests).isPresent()) {
            place(nav, "changes", t("shell.changes"));
            place(nav, "periods", t("shell.periods"));
            place(nav, "audit", t("shell.audit"));
        }
        if (current.find().filter(person -> person.is(Role.ADMIN)).isPresent()) {
            place(nav, "admin", t("shell.admin"));
        }
        return nav;
    }

    private static boolean seesRequests(Person person) {
        return person.position() != Role.ADMIN;
    }

    private void place(Nav nav, String address, String text) {
        var link = Ui.link(address, text);
        places.put(address, link);
        nav.add(link);
    }

    private static Div who(CurrentPerson current, AuthenticationContext authentication) {
        var who = Ui.div("z-who", new LanguageSwitch());
        current.find().ifPresent(person -> {
            var name = Ui.div("z-who-name", settings(person));
            name.getElement().appendChild(small(t("role." + person.position().key())));
            who.add(name);
        });
        var out = new NativeButton(t("shell.sign-out"), click -> authentication.logout());
        out.addClassName("z-quiet");
        who.add(out);
        return who;
    }

    private static Anchor settings(Person person) {
        var link = Ui.link("settings", person.name());
        link.getElement().setAttribute("title", t("shell.settings"));
        return link;
    }

    private static Element small(String text) {
        return new Element("small").setText(text);
    }
}
