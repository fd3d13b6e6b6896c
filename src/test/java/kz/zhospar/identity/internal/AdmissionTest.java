package kz.zhospar.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zhospar.identity.KnownKeys;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.SignIn;
import kz.zhospar.identity.internal.AccountNotSetUp.Lack;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

class AdmissionTest {
    private static final Map<String, Object> CLAIMS = Map.of(
            "sub", "42-id",
            "name", "Айгуль Сапарова",
            "preferred_username", "asaparova",
            "email", "a@city.example",
            "realm_access", Map.of("roles", List.of("official", "offline_access")),
            "resource_access", Map.of("plan", Map.of("roles", List.of("auditor"))),
            "groups", List.of("/bodies/uo", "/others/x"));

    @Test
    void makesAPersonOfAToken() {
        var person = admission("/bodies/").admit(KeycloakAccount.of(CLAIMS, settings(false, null, "/bodies/")));

        assertThat(person.account()).isEqualTo("42-id");
        assertThat(person.name()).isEqualTo("Айгуль Сапарова");
        assertThat(person.roles()).containsExactly(Role.OFFICIAL);
        assertThat(person.body()).isEqualTo("uo");
        assertThat(person.email()).isEqualTo("a@city.example");
    }

    @Test
    void readsRolesOfTheClientAndTheNameFromAnotherClaimBySetting() {
        var person = admission("/bodies/")
                .admit(KeycloakAccount.of(CLAIMS, settings(true, "preferred_username", "/bodies/")));

        assertThat(person.roles()).containsExactly(Role.AUDITOR);
        assertThat(person.name()).isEqualTo("asaparova");
    }

    @Test
    void findsBodiesUnderThePathThatIsSet() {
        assertThat(admission("/others/").admit(account(Set.of("auditor"), List.of("/others/uo", "/bodies/ut"), null)))
                .extracting("body")
                .isEqualTo("uo");
    }

    @Test
    void saysWhatAnAccountLacks() {
        lacks(account(Set.of("offline_access"), List.of("/bodies/uo"), null), Lack.ROLE, "");
        lacks(account(Set.of("head"), List.of("/others/uo"), null), Lack.BODY, "");
        lacks(account(Set.of("head"), List.of("/bodies/uo", "/bodies/ut"), null), Lack.ONE_BODY, "uo, ut");
        lacks(account(Set.of("head"), List.of("/bodies/mars"), null), Lack.KNOWN_BODY, "mars");
        lacks(account(Set.of("head"), List.of("/bodies/uo/sub"), null), Lack.KNOWN_BODY, "uo/sub");
        lacks(account(Set.of("curator"), List.of(), null), Lack.CURATOR, "");
        lacks(account(Set.of("curator"), List.of(), "nobody"), Lack.KNOWN_CURATOR, "nobody");
    }

    @Test
    void standsForAPersonEverywhere() {
        var person = SignIn.person("uo-head");
        var token = new OidcIdToken("t", Instant.EPOCH, Instant.MAX, Map.of("sub", person.account()));
        var principal = new KeycloakPrincipal(person, token);
        SecurityContextHolder.getContext()
                .setAuthentication(new OAuth2AuthenticationToken(principal, principal.getAuthorities(), "keycloak"));
        try {
            assertThat(SignIn.current().require()).isEqualTo(person);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void lacks(KeycloakAccount account, Lack lack, String detail) {
        assertThatThrownBy(() -> admission("/bodies/").admit(account))
                .asInstanceOf(type(AccountNotSetUp.class))
                .extracting(AccountNotSetUp::problem)
                .isEqualTo(new AccountNotSetUp.Problem(lack, "Айгуль Сапарова", detail));
    }

    private static KeycloakAccount account(Set<String> roles, List<String> groups, @Nullable String curator) {
        return new KeycloakAccount("42-id", "Айгуль Сапарова", null, roles, groups, curator);
    }

    private static Admission admission(String groups) {
        var keys = new KnownKeys() {
            @Override
            public boolean isBody(String key) {
                return Set.of("uo", "ut").contains(key);
            }

            @Override
            public boolean isCurator(String key) {
                return key.equals("amrin");
            }
        };
        return new Admission(groups, List.of(keys));
    }

    private static KeycloakSettings settings(boolean clientRoles, @Nullable String name, String groups) {
        return new KeycloakSettings(
                "https://sso.example/realms/city",
                "https://sso.example/realms/city",
                "plan",
                null,
                Set.of("openid"),
                clientRoles,
                name,
                groups,
                Duration.ofMinutes(5));
    }
}
