package kz.zhospar.identity.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to the login page and tells it when somebody is sent there because the session has ended. */
class LoginEntryPoint extends LoginUrlAuthenticationEntryPoint {
    LoginEntryPoint() {
        super("/login");
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        return EndedSessionFilter.hadSession(request) ? "/login?" + LoginView.EXPIRED : "/login";
    }
}
