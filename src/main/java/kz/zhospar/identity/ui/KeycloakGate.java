package kz.zhospar.identity.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.zhospar.identity.internal.Keycloak;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends nobody to a Keycloak that does not answer: the sign-in page says so instead. */
class KeycloakGate extends OncePerRequestFilter {
    private final RedirectStrategy redirect = new DefaultRedirectStrategy();
    private final Keycloak keycloak;

    KeycloakGate(Keycloak keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().equals("/" + KeycloakSignIn.START)
                && !request.getRequestURI().equals(request.getContextPath() + "/" + KeycloakSignIn.START);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (keycloak.isReachable()) {
            chain.doFilter(request, response);
        } else {
            redirect.sendRedirect(request, response, "/login?" + LoginView.UNAVAILABLE);
        }
    }
}
