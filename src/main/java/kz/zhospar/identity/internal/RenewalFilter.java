package kz.zhospar.identity.internal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Renews the session of a request before anything is done with the rights in it. */
public class RenewalFilter extends OncePerRequestFilter {
    private final Renewal renewal;

    public RenewalFilter(Renewal renewal) {
        this.renewal = renewal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        KeycloakSession.of(request).ifPresent(renewal::hold);
        chain.doFilter(request, response);
    }
}
