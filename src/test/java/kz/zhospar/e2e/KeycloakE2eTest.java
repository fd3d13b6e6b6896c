package kz.zhospar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Signing in with Keycloak as people and administrators of a city do, and as those who mean harm. */
class KeycloakE2eTest extends KeycloakBrowserTest {
    private static final Pattern EXPIRED = Pattern.compile(".*/login\\?expired");
    private static final Pattern KEYCLOAKS_PAGE = Pattern.compile(".*/realms/zhospar/.*");
    private static final String SET_UP = "Настройка мобильного аутентификатора";
    private static final String CODE = "Вход";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private JwtDecoderFactory<ClientRegistration> decoders;

    @Autowired
    private ClientRegistrationRepository registrations;

    /** Tokens that live for seconds instead of minutes, and a second client, which may send passwords. */
    @BeforeAll
    static void prepare() throws Exception {
        KEYCLOAK.put("", "{\"accessTokenLifespan\": 5}");
        KEYCLOAK.post("/clients", """
                {"clientId": "other", "publicClient": true, "directAccessGrantsEnabled": true}""");
    }

    @Test
    void signsInEveryRole() {
        var roles = new LinkedHashMap<String, String>();
        roles.put("uoz-official", "Специалист органа");
        roles.put("uoz-head", "Руководитель органа");
        roles.put("economy", "Согласующий управления экономики");
        roles.put("curator-1", "Куратор");
        roles.put("akim-office", "Сотрудник аппарата акима");
        roles.put("auditor", "Аудитор");
        roles.put("admin", "Администратор");
        roles.forEach((account, role) -> {
            var page = signedIn(account, "/settings");
            assertThat(page.locator(".z-who-name small")).hasText(role);
            assertThat(page).hasURL(browser.address("/settings"));
            page.context().close();
        });
    }

    @Test
    void takesOldRightsFromWhoMovesToAnotherBody() throws Exception {
        var drafts = new Drafts(context);
        var old = drafts.draft("uk", "Запрос прежнего органа");
        var page = signedIn("uk-official", "/changes/" + old);
        assertThat(page.locator(".z-main")).containsText("Запрос прежнего органа");

        var id = KEYCLOAK.idOf("uk-official");
        KEYCLOAK.delete("/users/" + id + "/groups/" + KEYCLOAK.idOfGroup("/bodies/uk"));
        KEYCLOAK.put("/users/" + id + "/groups/" + KEYCLOAK.idOfGroup("/bodies/ut"), "{}");

        // Nobody presses anything: the page is loaded anew, with the rights of now. A renewal between the two steps
        // finds
        // somebody of no body, and ends the session.
        assertThat(page.locator(".z-main, .z-login-notice"))
                .containsText(Pattern.compile("[Нн]е найден|Сеанс завершён"));
        assertThat(page.getByText("Запрос прежнего органа")).hasCount(0);
        assertThat(people.byAccount(id)).get().extracting(Person::body).isEqualTo("ut");
    }

    @Test
    void endsTheSessionOfWhoIsDisabledAndForgetsHim() throws Exception {
        var page = signedIn("ugm-official", "/plan/goals/1.2");
        var id = KEYCLOAK.idOf("ugm-official");
        assertThat(people.byAccount(id)).isPresent();

        KEYCLOAK.put("/users/" + id, "{\"enabled\": false}");

        assertThat(page).hasURL(EXPIRED);
        assertThat(page.locator(".z-login-notice")).containsText("Сеанс завершён");
        await(() -> people.byAccount(id).isEmpty());
        press(page, "Войти");
        signIn(page, "ugm-official");
        assertThat(page).hasURL(KEYCLOAKS_PAGE);
    }

    @Test
    void tellsTheOpenPageOfASignOutAtKeycloakAndComesBackToIt() throws Exception {
        var page = signedIn("uo-official", "/plan/goals/4.3?section=money");

        KEYCLOAK.post("/users/" + KEYCLOAK.idOf("uo-official") + "/logout", "{}");

        assertThat(page).hasURL(EXPIRED);
        assertThat(page.locator(".z-login-notice")).containsText("Сеанс завершён");
        browser.inspect(page, "keycloak-expired");
        press(page, "Войти");
        signIn(page, "uo-official");
        assertThat(page).hasURL(Pattern.compile(".*/plan/goals/4\\.3\\?section=money.*"));
    }

    @Test
    void signsOutAtBothEnds() {
        var page = signedIn("uo-head", "/plan");
        MainJobE2eTest.button(page, "Выйти").click();
        assertThat(page).hasURL(browser.address("/login?signed-out"));
        page.navigate(browser.address("/plan"));
        assertThat(page).hasURL(KEYCLOAKS_PAGE);
    }

    @Test
    void renewsASessionOnceHoweverManyRequestsItHas() throws Exception {
        var page = signedIn("us-sport-official", "/plan");
        Thread.sleep(6_000);
        var before = WAY.refreshes();
        // Keycloak takes a refresh token once: a second use of it would end the session.
        var statuses = page.evaluate("""
                () => Promise.all(Array.from({length: 8}, () => fetch('/settings').then(answer => answer.url)))""");
        assertThat(statuses.toString()).doesNotContain("login").doesNotContain("realms");
        assertThat(WAY.refreshes() - before).isLessThanOrEqualTo(1);
        page.reload();
        assertThat(page.locator(".z-main")).isVisible();
    }

    @Test
    void saysWhatAnAccountLacks() throws Exception {
        createAccount("newcomer");
        var page = browser.page(1440, 900);
        page.navigate(browser.address("/"));
        fill(page, "newcomer");
        assertThat(page.locator(".z-login-notice"))
                .hasText("Учётная запись «Новый Сотрудник» ещё не настроена: ей не назначена ни одна роль. "
                        + "Сообщите об этом администратору.");
        browser.inspect(page, "keycloak-not-set-up");
        page.navigate(browser.address("/plan"));
        assertThat(page.locator(".z-login-notice")).isVisible();
        press(page, "Войти под другой учётной записью");
        assertThat(page).hasURL(KEYCLOAKS_PAGE);
    }

    @Test
    void demandsACodeOfWhoHasTheRoleForIt() throws Exception {
        var id = KEYCLOAK.idOf("ugpiu-head");
        demandCode("/users/" + id + "/role-mappings/realm");
        var page = browser.page(1440, 900);
        var phone = setUp(page, "ugpiu-head");

        passes(page, "ugpiu-head", CODE);
        refusedWith(page, phone.code(0));
        await(() -> failures(id) == 1);
        entersWith(page, phone.newCode());

        // The same code again, which still has half a minute to live.
        passes(page, "ugpiu-head", CODE);
        refusedWith(page, phone.lastCode());
    }

    @Test
    void leadsWhoHasLostThePhoneToANewSecret() throws Exception {
        var user = "/users/" + KEYCLOAK.idOf("ueiv-head");
        demandCode(user + "/role-mappings/realm");
        var page = browser.page(1440, 900);
        setUp(page, "ueiv-head");

        for (var credential : KEYCLOAK.get(user + "/credentials")) {
            if (credential.get("type").asString().equals("otp")) {
                KEYCLOAK.delete(user + "/credentials/" + credential.get("id").asString());
            }
        }
        setUp(page, "ueiv-head");
        KEYCLOAK.delete(user + "/role-mappings/realm", secondFactor());
        // Nobody demands it any more, but who has a secret is protected by it.
        passes(page, "ueiv-head", CODE);
    }

    @Test
    void demandsACodeOfABodyAPostAndEverybodyNew() throws Exception {
        var body = "/groups/" + KEYCLOAK.idOfGroup("/bodies/uc") + "/role-mappings/realm";
        var demands = List.of(body, "/roles/curator/composites", "/roles/default-roles-zhospar/composites");
        for (var demand : demands) {
            demandCode(demand);
        }
        try {
            passes(browser.page(1440, 900), "uc-head", SET_UP);
            passes(browser.page(1440, 900), "curator-2", SET_UP);
            createAccount("latecomer");
            var page = browser.page(1440, 900);
            page.navigate(browser.address("/"));
            fill(page, "latecomer");
            assertThat(page.locator("#kc-page-title")).hasText(SET_UP);
            signedIn("uor-head", "/plan");
        } finally {
            for (var demand : demands) {
                KEYCLOAK.delete(demand, secondFactor());
            }
        }
        signedIn("curator-2", "/plan");
    }

    @Test
    void knowsWhoCouldDecideBeforeTheyHaveEverSignedIn() throws Exception {
        await(() -> people.holding(Role.HEAD, "dchs").size() == 1);
        var head = people.holding(Role.HEAD, "dchs").getFirst();
        assertThat(head.account()).isEqualTo(KEYCLOAK.idOf("dchs-head"));
        assertThat(head.email()).isEqualTo("dchs-head@zhospar.invalid");
        assertThat(people.holding(Role.CURATOR, null))
                .extracting(Person::curator)
                .hasSize(6)
                .doesNotContainNull();
    }

    @Test
    void showsOldRequestsOfAccountsThatAreNoMore() {
        var number = new Drafts(context).submitted("ue", "Запрос старой учётной записи");
        var page = signedIn("auditor", "/changes/" + number);
        assertThat(page.locator(".z-main")).containsText("Запрос старой учётной записи");
        page.navigate(browser.address("/audit"));
        assertThat(page.locator(".z-main")).containsText("ue-official");
    }

    @Test
    void believesNoTokenButItsOwn() throws Exception {
        var decoder = decoders.createDecoder(registrations.findByRegistrationId("keycloak"));
        var foreign = KEYCLOAK.token("zhospar", login("other")).get("id_token").asString();
        assertThatThrownBy(() -> decoder.decode(foreign))
                .isInstanceOf(JwtException.class)
                .hasMessageContaining("aud");
        assertThatThrownBy(() -> decoder.decode(forged(foreign)))
                .isInstanceOf(JwtException.class)
                .hasMessageContaining("ignature");
    }

    @Test
    void letsNobodyInWithAForgedToken() {
        WAY.tokens(answer -> swap(answer, KeycloakE2eTest::forged));
        refused("uf-official");
    }

    @Test
    void letsNobodyInWithATokenForAnother() throws Exception {
        var foreign = KEYCLOAK.token("zhospar", login("other")).get("id_token").asString();
        WAY.tokens(answer -> swap(answer, _ -> foreign));
        refused("uf-official");
    }

    @Test
    void waitsForAKeycloakThatIsDown() throws Exception {
        var inside = signedIn("uk-head", "/plan");
        WAY.cut(true);
        var page = browser.page(1440, 900);
        page.navigate(browser.address("/plan/goals/1.2"));
        assertThat(page.locator(".z-login-notice")).containsText("Служба входа сейчас не отвечает");
        browser.inspect(page, "keycloak-down");

        // Who is inside goes on for a while, although the token has expired.
        Thread.sleep(6_000);
        inside.navigate(browser.address("/settings"));
        assertThat(inside.locator(".z-who-name small")).hasText("Руководитель органа");

        WAY.cut(false);
        press(page, "Войти");
        signIn(page, "uf-head");
        assertThat(page).hasURL(browser.address("/plan/goals/1.2"));

        WAY.cut(true);
        MainJobE2eTest.button(page, "Выйти").click();
        assertThat(page.locator(".z-login-notice")).containsText("вход в ней остался открытым");
    }

    private void refused(String account) {
        try {
            var page = browser.page(1440, 900);
            page.navigate(browser.address("/"));
            signIn(page, account);
            assertThat(page.locator(".z-login-notice")).containsText("Служба входа не подтвердила вход");
        } finally {
            WAY.tokens(answer -> answer);
        }
    }

    private static void demandCode(String path) throws Exception {
        KEYCLOAK.post(path, secondFactor());
    }

    private static String secondFactor() throws Exception {
        return "[" + KEYCLOAK.get("/roles/second-factor") + "]";
    }

    private static int failures(String id) throws Exception {
        return KEYCLOAK.get("/attack-detection/brute-force/users/" + id)
                .get("numFailures")
                .asInt();
    }

    /** Keeps a secret in a program that could not take a picture of the page. */
    private Authenticator setUp(Page page, String account) throws Exception {
        passes(page, account, SET_UP);
        press(page, "Не удается выполнить сканирование?");
        var phone = new Authenticator(page.locator("#kc-totp-secret-key").textContent());
        entersWith(page, phone.newCode());
        return phone;
    }

    /** In a browser that knows nothing, the password leads to another page of Keycloak. */
    private void passes(Page page, String account, String heading) {
        page.context().clearCookies();
        page.navigate(browser.address("/plan"));
        signIn(page, account);
        assertThat(page.locator("#kc-page-title")).hasText(heading);
        assertThat(page).hasURL(KEYCLOAKS_PAGE);
    }

    private static void refusedWith(Page page, String code) {
        enter(page, code);
        assertThat(page.getByText("Неверный код аутентификатора.")).isVisible();
        assertThat(page).hasURL(KEYCLOAKS_PAGE);
    }

    private static void entersWith(Page page, String code) {
        enter(page, code);
        assertThat(page.locator(".z-main")).isVisible();
    }

    private static void enter(Page page, String code) {
        page.locator("[autocomplete=one-time-code]").fill(code);
        page.keyboard().press("Enter");
    }

    private static void fill(Page page, String account) {
        page.locator("#username").fill(account);
        page.locator("#password").fill("Zhospar-2026-ok");
        page.keyboard().press("Enter");
    }

    private static void createAccount(String account) throws Exception {
        KEYCLOAK.post("/users", """
                {"username": "%1$s", "firstName": "Новый", "lastName": "Сотрудник", "email": "%1$s@zhospar.invalid",
                 "enabled": true, "emailVerified": true, "credentials": [%2$s]}""".formatted(account, password()));
    }

    private static String password() {
        return "{\"type\": \"password\", \"value\": \"Zhospar-2026-ok\"}";
    }

    private static Map<String, String> login(String client) {
        return Map.of("client_id", client, "username", "uf-official", "password", "uf-official", "scope", "openid");
    }

    private interface Change {
        String of(String token) throws Exception;
    }

    private static String swap(String answer, Change change) {
        try {
            var json = (ObjectNode) JsonMapper.shared().readTree(answer);
            if (json.has("id_token")) {
                json.put("id_token", change.of(json.get("id_token").asString()));
            }
            return json.toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same claims under the same key's name, signed by somebody else. */
    private static String forged(String token) throws Exception {
        var genuine = SignedJWT.parse(token);
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(genuine.getHeader().getKeyID())
                .build();
        var forged = new SignedJWT(header, genuine.getJWTClaimsSet());
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        forged.sign(new RSASSASigner(generator.generateKeyPair().getPrivate()));
        return forged.serialize();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        var end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(200);
        }
    }
}
