package kz.zhospar.identity.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Leads to where people sign in, by the login page when somebody is sent there because the session has ended. */
class LoginEntryPoint extends LoginUrlAuthenticationEntryPoint {
    LoginEntryPoint(String start) {
        super(start);
    }

    @Override
    protected String determineUrlToUseForThisRequest(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception) {
        return EndedSessionFilter.hadSession(request, response) ? "/login?" + LoginView.EXPIRED : getLoginFormUrl();
    }
}
