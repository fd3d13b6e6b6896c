package kz.zhospar.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Holds sessions to what Keycloak says now: their tokens are renewed before they expire, and with them the rights.
 *
 * <p>Where Keycloak refuses, the session ends at once. Where it does not answer, the session goes on for a while with the
 * rights that it had, so that a restart of Keycloak throws nobody out.
 */
public class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client;
    private final KeycloakTokens tokens;
    private final KeycloakUsers users;
    private final ObjectProvider<SessionScreens> screens;
    private final Duration grace;
    private final Clock clock;
    private volatile Instant silentUntil = Instant.MIN;

    Renewal(
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> client,
            KeycloakTokens tokens,
            KeycloakUsers users,
            ObjectProvider<SessionScreens> screens,
            Duration grace,
            Clock clock) {
        this.client = client;
        this.tokens = tokens;
        this.users = users;
        this.screens = screens;
        this.grace = grace;
        this.clock = clock;
    }

    /** Renews a session if it is time to, and ends it if it may not go on. */
    void hold(KeycloakSession session) {
        if (!session.isDue(clock.instant()) || session.principal().isEmpty()) {
            return;
        }
        session.renewing.lock();
        try {
            // Whoever waited finds the work done.
            if (session.isDue(clock.instant()) && session.principal().isPresent()) {
                renew(session);
            }
        } finally {
            session.renewing.unlock();
        }
    }

    private void renew(KeycloakSession session) {
        if (clock.instant().isBefore(silentUntil)) {
            wait(session, "it did not answer a moment ago");
            return;
        }
        try {
            take(session, ask(session.tokens()));
        } catch (OAuth2AuthorizationException e) {
            if (e.getError().getErrorCode().equals("invalid_grant")) {
                end(session, "Keycloak refused: " + e.getError().getDescription());
            } else {
                silence(session, e);
            }
        } catch (AccountNotSetUp e) {
            end(session, String.valueOf(e.getMessage()));
        } catch (BadJwtException e) {
            end(session, "the new token is not to be trusted: " + e.getMessage());
        } catch (JwtException e) {
            silence(session, e);
        }
    }

    private OAuth2AccessTokenResponse ask(OAuth2AuthorizedClient old) {
        var refresh = old.getRefreshToken();
        if (refresh == null) {
            throw new OAuth2AuthorizationException(new OAuth2Error("invalid_grant", "no refresh token", null));
        }
        return client.getTokenResponse(
                new OAuth2RefreshTokenGrantRequest(old.getClientRegistration(), old.getAccessToken(), refresh));
    }

    private void take(KeycloakSession session, OAuth2AccessTokenResponse answer) {
        var before = session.principal().orElseThrow();
        var id = tokens.idToken(String.valueOf(answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN)));
        if (!id.getSubject().equals(before.getName())) {
            throw new BadJwtException("it is somebody else's");
        }
        var after = users.principal(id, answer.getAccessToken().getTokenValue());
        var old = session.tokens();
        var refresh = Objects.requireNonNullElse(answer.getRefreshToken(), old.getRefreshToken());
        session.renew(
                new OAuth2AuthorizedClient(
                        old.getClientRegistration(), old.getPrincipalName(), answer.getAccessToken(), refresh),
                after);
        if (!after.person().equals(before.person())) {
            LOG.info("The rights of {} have changed", after.getName());
            screens.ifAvailable(open -> open.rightsChanged(session.session()));
        }
    }

    /** Not every session is to wait for an answer that does not come. */
    private void silence(KeycloakSession session, Exception cause) {
        silentUntil = clock.instant().plus(PAUSE);
        LOG.warn("Keycloak does not answer, sessions go on for {} after their tokens: {}", grace, cause.getMessage());
        wait(session, String.valueOf(cause.getMessage()));
    }

    private void wait(KeycloakSession session, String cause) {
        var now = clock.instant();
        if (now.isAfter(session.end().plus(grace))) {
            end(session, "Keycloak does not answer: " + cause);
        } else {
            session.tryAgainAt(now.plus(PAUSE));
        }
    }

    /** Ends a session and lets its open pages say so. */
    void end(KeycloakSession session, String reason) {
        var person = session.principal();
        session.leave();
        if (person.isPresent()) {
            LOG.info("The session of {} ends: {}", person.get().getName(), reason);
            screens.ifAvailable(open -> open.ending(session.session()));
        }
        session.invalidate();
    }
}
