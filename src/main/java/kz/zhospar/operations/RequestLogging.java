package kz.zhospar.operations;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kz.zhospar.common.LogContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives every request an id, which the browser is told, and lets every line of the log name it and who asked. */
@Configuration(proxyBeanMethods = false)
class RequestLogging {

    static final String HEADER = "X-Request-Id";

    private static final int AFTER_SIGN_IN_IS_KNOWN = 0;

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> requestId() {
        return registration(new RequestId(), Ordered.HIGHEST_PRECEDENCE);
    }

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> requestAccount() {
        return registration(new Account(), AFTER_SIGN_IN_IS_KNOWN);
    }

    private static FilterRegistrationBean<OncePerRequestFilter> registration(OncePerRequestFilter filter, int order) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        // A page's push connection is an asynchronous request.
        registration.setAsyncSupported(true);
        return registration;
    }

    private static final class RequestId extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            response.setHeader(HEADER, LogContext.begin(request.getHeader(HEADER)));
            try {
                chain.doFilter(request, response);
            } finally {
                LogContext.end();
            }
        }
    }

    private static final class Account extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var who = SecurityContextHolder.getContext().getAuthentication();
            if (new AuthenticationTrustResolverImpl().isAuthenticated(who)) {
                LogContext.by(who.getName());
            }
            chain.doFilter(request, response);
        }
    }
}
