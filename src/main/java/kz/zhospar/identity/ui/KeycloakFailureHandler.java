package kz.zhospar.identity.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads to the sign-in page, which says why Keycloak's word was not enough. */
class KeycloakFailureHandler implements AuthenticationFailureHandler {
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakFailureHandler.class);

    private final RedirectStrategy redirect = new DefaultRedirectStrategy();

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        LOG.warn(
                "A sign-in with Keycloak failed: {}",
                String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}", " "));
        request.getSession().setAttribute(KeycloakFailure.ATTRIBUTE, KeycloakFailure.of(cause));
        redirect.sendRedirect(request, response, "/login?" + LoginView.ERROR);
    }
}
