package kz.zhospar.identity.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockedUI;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.time.Instant;
import java.util.Set;
import kotlin.jvm.functions.Function0;
import kz.zhospar.common.Language;
import kz.zhospar.identity.LoginTestApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

@SpringBootTest(
        classes = LoginTestApplication.class,
        // There is no database here whose health there could be.
        properties = "management.endpoint.health.validate-group-membership=false")
class LoginViewTest {
    // Discovery overlooks classes that are not public.
    private static final Routes ROUTES = new Routes(Set.of(LoginView.class), Set.of(), true);

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void openBrowser() {
        Function0<UI> newUi = MockedUI::new;
        MockVaadin.setup(newUi, new MockSpringServlet(ROUTES, context, newUi));
    }

    @AfterEach
    void closeBrowser() {
        MockVaadin.tearDown();
    }

    @Test
    void isInRussianWhateverTheBrowserAsksFor() {
        UI.getCurrent().navigate("login");

        assertThat(_get(H2.class).getText()).isEqualTo("Вход в систему");
    }

    @Test
    void speaksTheLanguageOfTheSession() {
        VaadinSession.getCurrent().setLocale(Language.KK.locale());

        UI.getCurrent().navigate("login");

        assertThat(_get(H2.class).getText()).isEqualTo("Жүйеге кіру");
    }

    @Test
    void fillsInADemoAccount() {
        UI.getCurrent().navigate("login");

        var official = _find(NativeButton.class).stream()
                .filter(button -> button.getElement().getTextRecursively().contains("uoz-official"))
                .findFirst()
                .orElseThrow();
        _click(official);

        assertThat(_get(TextField.class).getValue()).isEqualTo("uoz-official");
        assertThat(_get(PasswordField.class).getValue()).isEqualTo("uoz-official");
    }

    @Test
    void offersOneDemoAccountForEachPart() {
        UI.getCurrent().navigate("login");

        assertThat(_find(NativeButton.class).stream()
                        .map(button -> button.getElement().getTextRecursively())
                        .filter(text -> text.matches(
                                ".*(uoz-official|uoz-head|economy|curator-1|akim-office|auditor|admin).*")))
                .hasSize(7);
    }

    @Test
    void saysThatThePasswordWasWrongAndKeepsTheAccount() {
        failed(new FailedLogin(FailedLogin.Reason.WRONG, "uoz-head", null));

        assertThat(notice()).isEqualTo("Неверная учётная запись или пароль.");
        assertThat(_get(TextField.class).getValue()).isEqualTo("uoz-head");
    }

    @Test
    void saysHowLongToWait() {
        failed(new FailedLogin(
                FailedLogin.Reason.SLOWED, "uoz-head", Instant.now().plusSeconds(30)));

        assertThat(notice()).matches("Слишком много неудачных попыток\\. Повторите через (29|30) с\\.");
    }

    @Test
    void saysThatDemoAccountsWorkOnThisMachineOnly() {
        failed(new FailedLogin(FailedLogin.Reason.NOT_LOCAL, "", null));

        assertThat(notice()).startsWith("Демонстрационные учётные записи работают только");
    }

    @Test
    void saysThatTheSessionHasEnded() {
        UI.getCurrent().navigate("login", QueryParameters.of(LoginView.EXPIRED, ""));

        assertThat(notice()).startsWith("Сеанс завершён");
    }

    private static void failed(FailedLogin failure) {
        VaadinSession.getCurrent().getSession().setAttribute(FailedLogin.ATTRIBUTE, failure);
        UI.getCurrent().navigate("login", QueryParameters.of(LoginView.ERROR, ""));
    }

    private static String notice() {
        return _get(Div.class, spec -> spec.withClasses("z-login-notice")).getText();
    }
}
