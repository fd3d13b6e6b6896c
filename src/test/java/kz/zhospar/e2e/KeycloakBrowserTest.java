package kz.zhospar.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import kz.zhospar.testing.Ports;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application with the real Keycloak, set up by the settings of the Keycloak adapter. Keycloak is started first and
 * takes longest; the application does not wait for it. The realm knows one address of the application, which the classes
 * take in turn.
 */
@DirtiesContext
@ZhosparTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "vaadin.productionMode=true",
            "zhospar.test=keycloak",
            "keycloak.realm=zhospar",
            "keycloak.resource=zhospar",
            "keycloak.credentials.secret=" + KeycloakServer.SECRET,
            "keycloak.use-resource-role-mappings=false",
            "zhospar.keycloak.directory-every=5s",
            "server.forward-headers-strategy=native"
        })
abstract class KeycloakBrowserTest {
    static final int PORT = Ports.free();
    static final int PROXY_PORT = Ports.free();
    static final KeycloakServer KEYCLOAK = new KeycloakServer(PORT, "https://127.0.0.1:" + PROXY_PORT);
    static final KeycloakWay WAY = new KeycloakWay(KEYCLOAK.address());

    Browser browser;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("keycloak.auth-server-url", () -> KEYCLOAK.address() + "/");
        settings.add("zhospar.keycloak.internal-url", WAY::address);
    }

    @BeforeAll
    static void awaitKeycloak() throws Exception {
        KEYCLOAK.awaitReady();
    }

    @BeforeEach
    void open() {
        WAY.cut(false);
        browser = new Browser(PORT);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** A browser of its own, signed in; it opens the path that was asked for. */
    Page signedIn(String account, String path) {
        var page = browser.page(1440, 900);
        page.navigate(browser.address(path));
        signIn(page, account);
        page.locator(".z-main").waitFor();
        return page;
    }

    /** Fills in Keycloak's own page. */
    static void signIn(Page page, String account) {
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Имя пользователя"))
                .fill(account);
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Пароль"))
                .fill(account);
        page.keyboard().press("Enter");
    }

    static void press(Page page, String name) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
