package kz.zhospar.identity.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import kz.zhospar.common.ui.LanguageSwitch;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.internal.LocalAccounts;
import kz.zhospar.identity.internal.LoginDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Where people sign in with local accounts, or begin to with Keycloak. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
@StyleSheet("styles/login.css")
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    static final String ERROR = "error";
    static final String EXPIRED = "expired";
    static final String SIGNED_OUT = "signed-out";
    static final String SIGNED_OUT_HERE = "signed-out-here";
    static final String UNAVAILABLE = "unavailable";

    private final CurrentPerson person;
    private final Clock clock;
    private final @Nullable SignInForm form;
    private final Div notice = new Div();
    private final Anchor other = Ui.link("", t("login.keycloak.other"));

    LoginView(
            CurrentPerson person,
            ObjectProvider<LocalAccounts> accounts,
            ObjectProvider<KeycloakSignIn> keycloak,
            ObjectProvider<Clock> clock) {
        this.person = person;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        var local = accounts.getIfAvailable();
        form = local == null ? null : new SignInForm();
        addClassName("z-login");
        notice.setVisible(false);
        add(welcome(), panel(form == null || local == null ? withKeycloak(keycloak.getObject()) : here(form, local)));
    }

    private static Component welcome() {
        var panel = new Section(new H1(t("login.product")), new Paragraph(t("login.about")));
        panel.addClassName("z-login-welcome");
        return panel;
    }

    private static Component panel(Component content) {
        var panel = new Section(new LanguageSwitch(), content);
        panel.addClassName("z-login-panel");
        return panel;
    }

    private Div content(Component... parts) {
        var content = new Div(new H2(t("login.title")), notice);
        content.addClassName("z-login-content");
        content.add(parts);
        return content;
    }

    private Component here(SignInForm form, LocalAccounts accounts) {
        var content = content(form);
        if (isOnThisMachine()) {
            content.add(new DemoAccounts(accounts, account -> form.fill(account, account)));
        }
        return content;
    }

    private Component withKeycloak(KeycloakSignIn keycloak) {
        var start = Ui.link(KeycloakSignIn.START, t("login.submit"));
        start.setRouterIgnore(true);
        start.addClassName("z-login-submit");
        other.setRouterIgnore(true);
        other.setVisible(false);
        var request = VaadinServletRequest.getCurrent();
        if (request != null) {
            other.setHref(keycloak.change(request.getHttpServletRequest()));
        }
        return content(new Paragraph(t("login.keycloak.about")), start, other);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (person.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        tell(event.getLocation().getQueryParameters());
        if (form != null) {
            form.focusFirstEmpty();
        }
    }

    private void tell(QueryParameters query) {
        if (query.getSingleParameter(ERROR).isPresent()) {
            if (form == null) {
                say(lastRefusal().text(), "alert");
                // Or Keycloak, who knows him, would send the same account back for ever.
                other.setVisible(true);
            } else {
                tellFailure(form, lastFailure());
            }
        } else if (query.getSingleParameter(EXPIRED).isPresent()) {
            say(t("login.expired"), "status");
        } else if (query.getSingleParameter(SIGNED_OUT).isPresent()) {
            say(t("login.signed-out"), "status");
        } else if (query.getSingleParameter(SIGNED_OUT_HERE).isPresent()) {
            say(t("login.keycloak.signed-out-here"), "alert");
        } else if (query.getSingleParameter(UNAVAILABLE).isPresent()) {
            say(t("login.keycloak.unavailable"), "alert");
        }
    }

    private void tellFailure(SignInForm form, FailedLogin failure) {
        form.fill(failure.account());
        say(
                switch (failure.reason()) {
                    case WRONG -> t("login.wrong");
                    case SLOWED -> t("login.slowed", secondsUntil(failure));
                    case NOT_LOCAL -> t("login.not-local");
                },
                "alert");
    }

    private void say(String text, String ariaRole) {
        notice.setText(text);
        notice.addClassNames("z-login-notice", "z-login-notice-" + ariaRole);
        notice.getElement().setAttribute("role", ariaRole);
        notice.setVisible(true);
    }

    private static FailedLogin lastFailure() {
        var kept = VaadinSession.getCurrent().getSession().getAttribute(FailedLogin.ATTRIBUTE);
        return kept instanceof FailedLogin failure ? failure : new FailedLogin(FailedLogin.Reason.WRONG, "", null);
    }

    private static KeycloakFailure lastRefusal() {
        var kept = VaadinSession.getCurrent().getSession().getAttribute(KeycloakFailure.ATTRIBUTE);
        return kept instanceof KeycloakFailure failure ? failure : new KeycloakFailure(false, null);
    }

    private long secondsUntil(FailedLogin failure) {
        var now = clock.instant();
        var wait = Duration.between(now, Objects.requireNonNullElse(failure.retryAt(), now));
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }

    private static boolean isOnThisMachine() {
        return VaadinServletRequest.getCurrent() != null
                && new LoginDetails(VaadinServletRequest.getCurrent().getHttpServletRequest()).isFromThisMachine();
    }

    @Override
    public String getPageTitle() {
        return t("login.page-title");
    }
}
