package kz.zhospar.identity.ui;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import kz.zhospar.identity.internal.LoginDetails;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.cors.CorsConfiguration;

/** Which addresses are open to whom. What a person may do there is decided by the services. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityConfiguration {
    private static final String[] OPEN = {
        "/styles.css", "/styles/**", "/zhospar/**", "/_static/**", "/icons/**", "/livez", "/readyz"
    };

    /** The public interface gives everybody the same answers, so it neither reads nor opens a session. */
    @Bean
    @Order(1)
    SecurityFilterChain publicApi(HttpSecurity http, Hardening hardening) {
        hardening.ofOpenData(http);
        return http.securityMatcher("/api/v1/**")
                .cors(origins -> origins.configurationSource(_ -> anyOrigin()))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Pages of any site may fetch open data, and ask whether their copy is still the newest. */
    private static CorsConfiguration anyOrigin() {
        var origins = new CorsConfiguration();
        origins.addAllowedOrigin(CorsConfiguration.ALL);
        origins.setAllowedMethods(List.of("GET", "HEAD"));
        origins.setAllowedHeaders(List.of(HttpHeaders.IF_NONE_MATCH));
        origins.setExposedHeaders(List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER));
        origins.setMaxAge(Duration.ofHours(1));
        return origins;
    }

    @Bean
    @Order(2)
    SecurityFilterChain screens(
            HttpSecurity http,
            ObjectProvider<Clock> clock,
            ObjectProvider<KeycloakSignIn> keycloak,
            Hardening hardening,
            @Value("${server.servlet.session.cookie.name:JSESSIONID}") String sessionCookie) {
        hardening.ofScreens(http);
        http.setSharedObject(RequestCache.class, cleanRequestCache());
        var signIn = keycloak.getIfAvailable();
        if (signIn == null) {
            signInHere(http, clock.getIfAvailable(Clock::systemUTC));
        } else {
            signIn.configure(http);
        }
        return http.authorizeHttpRequests(requests -> requests
                        // Or the answer "not found" of an open address would turn into "sign in".
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN)
                        .permitAll()
                        // The page of errors is for the server's own use; asked for by itself it would tell of one.
                        .requestMatchers("/livez", "/readyz", "/actuator/**", "/api/**", "/error")
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        new LoginEntryPoint(signIn == null ? "/login" : "/" + KeycloakSignIn.START)))
                .addFilterBefore(new EndedSessionFilter(), UsernamePasswordAuthenticationFilter.class)
                // An unknown address is answered by the not-found screen, once somebody is signed in.
                .with(
                        vaadin(),
                        screens -> leave(screens, signIn)
                                .addLogoutHandler(new CookieClearingLogoutHandler(sessionCookie))
                                .anyRequest(AuthorizedUrl::authenticated))
                .build();
    }

    private static void signInHere(HttpSecurity http, Clock clock) {
        http.formLogin(login ->
                login.authenticationDetailsSource(LoginDetails::new).failureHandler(new LoginFailureHandler(clock)));
    }

    private static VaadinSecurityConfigurer leave(VaadinSecurityConfigurer screens, @Nullable KeycloakSignIn signIn) {
        return signIn == null
                ? screens.loginView(LoginView.class, "/login?" + LoginView.SIGNED_OUT)
                : screens.oauth2LoginPage("/login").logoutSuccessHandler(signIn.logoutSuccess());
    }

    /** Returns to the address that was asked for, without a parameter of its own in it. */
    private static RequestCache cleanRequestCache() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        return cache;
    }
}
