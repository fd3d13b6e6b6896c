package kz.zhospar.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * A session of somebody who signed in with Keycloak: the tokens that it lives on, kept in the session itself, so that
 * two browsers of one person have their own.
 */
final class KeycloakSession implements HttpSessionBindingListener {
    static final String ATTRIBUTE = KeycloakSession.class.getName();
    private static final String CONTEXT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    /** Held while the tokens are renewed: a refresh token may be used once. */
    final ReentrantLock renewing = new ReentrantLock();

    private final HttpSession session;
    private final OpenSessions open;
    private volatile OAuth2AuthorizedClient tokens;
    private volatile Instant due;

    KeycloakSession(HttpSession session, OAuth2AuthorizedClient tokens, OpenSessions open) {
        this.session = session;
        this.open = open;
        this.tokens = tokens;
        this.due = dueOf(tokens);
    }

    static Optional<KeycloakSession> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).flatMap(KeycloakSession::of);
    }

    private static Optional<KeycloakSession> of(HttpSession session) {
        return session.getAttribute(ATTRIBUTE) instanceof KeycloakSession found ? Optional.of(found) : Optional.empty();
    }

    HttpSession session() {
        return session;
    }

    OAuth2AuthorizedClient tokens() {
        return tokens;
    }

    /** Who is signed in; empty while the sign-in is not finished and after the end. */
    Optional<KeycloakPrincipal> principal() {
        return authentication().map(OAuth2AuthenticationToken::getPrincipal).map(KeycloakPrincipal.class::cast);
    }

    private Optional<OAuth2AuthenticationToken> authentication() {
        try {
            return session.getAttribute(CONTEXT) instanceof SecurityContext context
                            && context.getAuthentication() instanceof OAuth2AuthenticationToken token
                            && token.getPrincipal() instanceof KeycloakPrincipal
                    ? Optional.of(token)
                    : Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Whether the tokens are to be renewed: in the last quarter of their life, or later if that failed before. */
    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    Instant end() {
        return Objects.requireNonNull(tokens.getAccessToken().getExpiresAt());
    }

    void tryAgainAt(Instant moment) {
        due = moment;
    }

    /** Goes on with new tokens, as whom they name. */
    void renew(OAuth2AuthorizedClient newTokens, KeycloakPrincipal principal) {
        var before = authentication().orElseThrow();
        var after = new OAuth2AuthenticationToken(
                principal, principal.getAuthorities(), before.getAuthorizedClientRegistrationId());
        after.setDetails(before.getDetails());
        session.setAttribute(CONTEXT, new SecurityContextImpl(after));
        tokens = newTokens;
        due = dueOf(newTokens);
    }

    private static Instant dueOf(OAuth2AuthorizedClient tokens) {
        var token = tokens.getAccessToken();
        var end = Objects.requireNonNull(token.getExpiresAt());
        @Nullable Instant begin = token.getIssuedAt();
        return begin == null ? end : end.minus(Duration.between(begin, end).dividedBy(4));
    }

    /** Whether somebody has been here since a moment; an open page gives a sign of life every minute. */
    boolean isUsedSince(Instant moment) {
        try {
            return session.getLastAccessedTime() >= moment.toEpochMilli();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** Takes all rights away at once. */
    void leave() {
        try {
            session.removeAttribute(CONTEXT);
        } catch (IllegalStateException e) {
            // It has ended already.
        }
    }

    void invalidate() {
        try {
            session.invalidate();
        } catch (IllegalStateException e) {
            // Somebody else was faster.
        }
    }

    @Override
    public void valueBound(HttpSessionBindingEvent event) {
        open.add(this);
    }

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        open.remove(this);
    }
}
