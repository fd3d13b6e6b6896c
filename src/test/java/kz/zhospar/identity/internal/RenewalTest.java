package kz.zhospar.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import kz.zhospar.SettableClock;
import kz.zhospar.identity.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

class RenewalTest {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofMinutes(5);
    private static final OAuth2AuthorizationException SILENCE = new OAuth2AuthorizationException(
            new OAuth2Error("invalid_token_response"), new IOException("Connection refused"));
    private static final OAuth2AuthorizationException REFUSAL =
            new OAuth2AuthorizationException(new OAuth2Error("invalid_grant", "User disabled", null));

    private final SettableClock clock = new SettableClock();
    private final Keycloak keycloak = new Keycloak(new KeycloakSettings(
            "https://sso.example/realms/city",
            "https://sso.example/realms/city",
            "plan",
            "secret",
            Set.of("openid"),
            false,
            null,
            "/bodies/",
            GRACE));
    private final OpenSessions open = new OpenSessions();
    private final MockHttpSession session = new MockHttpSession();
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksForNothingWhileTheTokenIsYoung() {
        var signedIn = signedIn();
        clock.advance(Duration.ofMinutes(3));
        renewal(REFUSAL).hold(signedIn);

        assertThat(asked).hasValue(0);
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void endsASessionThatKeycloakRefuses() {
        var signedIn = signedIn();
        clock.advance(Duration.ofMinutes(4));
        renewal(REFUSAL).hold(signedIn);

        assertThat(session.isInvalid()).isTrue();
        assertThat(open.all()).isEmpty();
    }

    @Test
    void letsASessionGoOnForAWhileWhenKeycloakDoesNotAnswer() {
        var renewal = renewal(SILENCE);
        var signedIn = signedIn();
        clock.advance(LIFE.plus(GRACE).minusSeconds(30));
        renewal.hold(signedIn);
        renewal.hold(signedIn);

        assertThat(asked).as("asked once in a quarter of a minute").hasValue(1);
        assertThat(session.isInvalid()).isFalse();
        clock.advance(Duration.ofSeconds(31));
        renewal.hold(signedIn);
        assertThat(session.isInvalid()).isTrue();
    }

    private Renewal renewal(OAuth2AuthorizationException answer) {
        var tokens = new KeycloakTokens(keycloak, clock);
        var beans = new StaticListableBeanFactory();
        return new Renewal(
                _ -> {
                    asked.incrementAndGet();
                    throw answer;
                },
                tokens,
                new KeycloakUsers(tokens, null, null),
                beans.getBeanProvider(SessionScreens.class),
                GRACE,
                clock);
    }

    private KeycloakSession signedIn() {
        var person = SignIn.person("uo-head");
        var now = clock.instant();
        var end = now.plus(LIFE);
        var principal = new KeycloakPrincipal(person, new OidcIdToken("id", now, end, Map.of("sub", "uo-head")));
        var token = new OAuth2AuthenticationToken(principal, principal.getAuthorities(), "keycloak");
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, new SecurityContextImpl(token));
        var tokens = new OAuth2AuthorizedClient(
                keycloak.registration(),
                "uo-head",
                new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "access", now, end),
                new OAuth2RefreshToken("refresh", now));
        var signedIn = new KeycloakSession(session, tokens, open);
        session.setAttribute(KeycloakSession.ATTRIBUTE, signedIn);
        assertThat(open.all()).containsExactly(signedIn);
        return signedIn;
    }
}
