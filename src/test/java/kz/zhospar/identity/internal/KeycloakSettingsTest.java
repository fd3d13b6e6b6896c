package kz.zhospar.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

class KeycloakSettingsTest {
    private static final Map<String, Object> ADAPTER = Map.of(
            "keycloak.auth-server-url", "https://sso.city.example/auth/",
            "keycloak.realm", "city",
            "keycloak.resource", "plan",
            "keycloak.credentials.secret", "s3cret",
            "keycloak.use-resource-role-mappings", "true",
            "keycloak.principal-attribute", "preferred_username");

    @Test
    void takesTheSettingsOfTheAdapterUnchanged() {
        var settings = KeycloakSettings.from(environment(ADAPTER));

        assertThat(settings.issuer()).isEqualTo("https://sso.city.example/auth/realms/city");
        assertThat(settings.clientId()).isEqualTo("plan");
        assertThat(settings.clientSecret()).isEqualTo("s3cret");
        assertThat(settings.clientRoles()).isTrue();
        assertThat(settings.nameClaim()).isEqualTo("preferred_username");
        assertThat(settings.groups()).isEqualTo("/bodies/");
    }

    @Test
    void takesThemFromVariablesOfTheEnvironment() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "variables",
                        Map.of(
                                "KEYCLOAK_AUTH_SERVER_URL", "https://sso.city.example",
                                "KEYCLOAK_REALM", "city",
                                "KEYCLOAK_RESOURCE", "plan",
                                "KEYCLOAK_CREDENTIALS_SECRET", "s3cret",
                                "KEYCLOAK_USE_RESOURCE_ROLE_MAPPINGS", "true",
                                "KEYCLOAK_PRINCIPAL_ATTRIBUTE", "email",
                                "ZHOSPAR_KEYCLOAK_INTERNAL_URL", "http://keycloak:8080/auth")));
        ConfigurationPropertySources.attach(environment);

        var settings = KeycloakSettings.from(environment);

        assertThat(AccountSource.of(environment)).isEqualTo(AccountSource.KEYCLOAK);
        assertThat(settings.issuer()).isEqualTo("https://sso.city.example/realms/city");
        assertThat(settings.internal()).isEqualTo("http://keycloak:8080/auth/realms/city");
        assertThat(settings.clientSecret()).isEqualTo("s3cret");
        assertThat(settings.clientRoles()).isTrue();
        assertThat(settings.nameClaim()).isEqualTo("email");
    }

    @Test
    void takesTheSettingsOfSpringSecurity() {
        var environment = environment(Map.of(
                "spring.security.oauth2.client.registration.keycloak.client-id", "plan",
                "spring.security.oauth2.client.registration.keycloak.client-secret", "s3cret",
                "spring.security.oauth2.client.registration.keycloak.scope", "openid,profile",
                "spring.security.oauth2.client.provider.keycloak.issuer-uri", "https://sso.example/realms/city"));

        var registration = new Keycloak(KeycloakSettings.from(environment)).registration();

        assertThat(registration.getScopes()).containsExactlyInAnyOrder("openid", "profile");
        assertThat(registration.getProviderDetails().getTokenUri())
                .isEqualTo("https://sso.example/realms/city/protocol/openid-connect/token");
        assertThat(new Keycloak(KeycloakSettings.from(environment)).admin())
                .isEqualTo("https://sso.example/admin/realms/city");
    }

    @Test
    void knowsAClientWithoutASecret() {
        var registration = new Keycloak(KeycloakSettings.from(environment(Map.of(
                        "keycloak.auth-server-url", "https://sso.example",
                        "keycloak.realm", "city",
                        "keycloak.resource", "plan"))))
                .registration();

        assertThat(registration.getClientAuthenticationMethod()).isEqualTo(ClientAuthenticationMethod.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"keycloak.realm", "keycloak.resource"})
    void namesTheSettingThatIsMissing(String key) {
        var given = new HashMap<>(ADAPTER);
        given.remove(key);

        assertThatThrownBy(() -> KeycloakSettings.from(environment(given)))
                .isInstanceOf(AccountsException.class)
                .hasMessageContaining(key);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        var given = new HashMap<>(ADAPTER);
        given.put("keycloak.auth-server-url", "sso.city.example");

        assertThatThrownBy(() -> KeycloakSettings.from(environment(given))).isInstanceOf(AccountsException.class);
    }

    @Test
    void usesLocalAccountsUntilAKeycloakIsNamed() {
        assertThat(AccountSource.of(environment(Map.of()))).isEqualTo(AccountSource.LOCAL);
        assertThat(AccountSource.of(environment(ADAPTER))).isEqualTo(AccountSource.KEYCLOAK);
        assertThat(AccountSource.of(environment(Map.of("zhospar.accounts", "keycloak"))))
                .isEqualTo(AccountSource.KEYCLOAK);
        assertThatThrownBy(() -> AccountSource.of(environment(Map.of("zhospar.accounts", "ldap"))))
                .isInstanceOf(AccountsException.class)
                .hasMessageContaining("ldap");
    }

    @Test
    void localAccountsRefuseTheProfileProduction() {
        var environment = environment(Map.of());
        LocalAccountsConfiguration.refuseProduction(environment);
        environment.setActiveProfiles("production");

        assertThatThrownBy(() -> LocalAccountsConfiguration.refuseProduction(environment))
                .isInstanceOf(AccountsException.class)
                .hasMessageContaining("production");
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        ConfigurationPropertySources.attach(environment);
        return environment;
    }
}
