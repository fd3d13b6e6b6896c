package kz.zhospar.identity.ui;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import kz.zhospar.common.ui.LanguageMemory;
import kz.zhospar.identity.internal.AccountSource;
import kz.zhospar.identity.internal.Keycloak;
import kz.zhospar.identity.internal.KeycloakSignOut;
import kz.zhospar.identity.internal.Renewal;
import kz.zhospar.identity.internal.RenewalFilter;
import org.springframework.context.annotation.Conditional;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** The screens' part in signing in and out with Keycloak. */
@Component
@Conditional(AccountSource.FromKeycloak.class)
class KeycloakSignIn {
    /** Where the way to Keycloak begins. */
    static final String START = "oauth2/authorization/keycloak";

    private final Keycloak keycloak;
    private final ClientRegistrationRepository registrations;
    private final KeycloakSignOut signOut;
    private final Renewal renewal;

    KeycloakSignIn(
            Keycloak keycloak, ClientRegistrationRepository registrations, KeycloakSignOut signOut, Renewal renewal) {
        this.keycloak = keycloak;
        this.registrations = registrations;
        this.signOut = signOut;
        this.renewal = renewal;
    }

    void configure(HttpSecurity http) {
        http.oauth2Login(login -> login.authorizationEndpoint(
                                endpoint -> endpoint.authorizationRequestResolver(authorizationRequests()))
                        .failureHandler(new KeycloakFailureHandler()))
                .oidcLogout(logout ->
                        logout.oidcSessionRegistry(signOut).backChannel(channel -> channel.logoutHandler(signOut)))
                .addFilterBefore(new RenewalFilter(renewal), SecurityContextHolderFilter.class)
                .addFilterBefore(new KeycloakGate(keycloak), OAuth2AuthorizationRequestRedirectFilter.class);
    }

    private OAuth2AuthorizationRequestResolver authorizationRequests() {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(
                registrations, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more ->
                        more.put("ui_locales", LanguageMemory.of(request()).code()))));
        return resolver;
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    /** Where somebody whom Keycloak knows as another ends that, and from where he comes back. */
    String change(HttpServletRequest request) {
        var registration = registrations.findByRegistrationId("keycloak");
        var end = registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
        var back = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/login")
                .toUriString();
        return UriComponentsBuilder.fromUriString(String.valueOf(end))
                .queryParam("client_id", registration.getClientId())
                .queryParam("post_logout_redirect_uri", UriUtils.encode(back, StandardCharsets.UTF_8))
                .build(true)
                .toUriString();
    }

    /** Signs out at Keycloak too, which leads back here; without it while it does not answer. */
    LogoutSuccessHandler logoutSuccess() {
        var redirect = new UidlRedirectStrategy();
        var both = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        both.setPostLogoutRedirectUri("{baseUrl}/login?" + LoginView.SIGNED_OUT);
        both.setRedirectStrategy(redirect);
        return (request, response, authentication) -> {
            if (keycloak.isReachable()) {
                both.onLogoutSuccess(request, response, authentication);
            } else {
                redirect.sendRedirect(request, response, "/login?" + LoginView.SIGNED_OUT_HERE);
            }
        };
    }
}
