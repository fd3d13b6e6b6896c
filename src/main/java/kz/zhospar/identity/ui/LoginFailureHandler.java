package kz.zhospar.identity.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.DefaultRedirectStrategy;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the login page, which says what was wrong and keeps the account name. */
class LoginFailureHandler implements AuthenticationFailureHandler {
    private final RedirectStrategy redirect = new DefaultRedirectStrategy();
    private final Clock clock;

    LoginFailureHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        var account = Objects.requireNonNullElse(request.getParameter(SignInForm.ACCOUNT), "");
        request.getSession().setAttribute(FailedLogin.ATTRIBUTE, FailedLogin.of(cause, account, clock.instant()));
        redirect.sendRedirect(request, response, "/login?" + LoginView.ERROR);
    }
}
