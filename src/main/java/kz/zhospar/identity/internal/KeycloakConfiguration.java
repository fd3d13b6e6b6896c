package kz.zhospar.identity.internal;

import java.time.Clock;
import java.time.Duration;
import kz.zhospar.identity.KnownKeys;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.web.client.RestClient;

/** Sign-in by Keycloak; nothing here asks Keycloak anything before somebody wants to come in. */
@Configuration(proxyBeanMethods = false)
@Conditional(AccountSource.FromKeycloak.class)
class KeycloakConfiguration {
    @Bean
    Keycloak keycloak(Environment environment) {
        return new Keycloak(KeycloakSettings.from(environment));
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(Keycloak keycloak) {
        return new InMemoryClientRegistrationRepository(keycloak.registration());
    }

    @Bean
    OpenSessions openSessions() {
        return new OpenSessions();
    }

    @Bean
    OAuth2AuthorizedClientRepository sessionTokens(OpenSessions open) {
        return new SessionTokens(open);
    }

    @Bean
    KeycloakTokens keycloakTokens(Keycloak keycloak, ObjectProvider<Clock> clock) {
        return new KeycloakTokens(keycloak, clock.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoders(KeycloakTokens tokens) {
        return _ -> tokens.idTokens();
    }

    @Bean
    Admission admission(Keycloak keycloak, ObjectProvider<KnownKeys> keys) {
        return new Admission(keycloak.settings().groups(), keys);
    }

    @Bean
    PersonDirectory personDirectory(KnownPeople known, Clock clock) {
        return new PersonDirectory(known, clock);
    }

    @Bean
    DirectorySync directorySync(
            Keycloak keycloak, Admission admission, PersonDirectory directory, Environment environment, Clock clock) {
        var every = environment.getProperty("zhospar.keycloak.directory-every", Duration.class, Duration.ofMinutes(10));
        return new DirectorySync(new KeycloakAdmin(keycloak), admission, directory, every, clock);
    }

    @Bean
    KeycloakUsers keycloakUsers(KeycloakTokens tokens, Admission admission, PersonDirectory directory) {
        return new KeycloakUsers(tokens, admission, directory);
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(Keycloak keycloak) {
        var exchange = new RestClientAuthorizationCodeTokenResponseClient();
        exchange.setRestClient(tokenClient(keycloak));
        return exchange;
    }

    @Bean
    Renewal renewal(
            Keycloak keycloak,
            KeycloakTokens tokens,
            KeycloakUsers users,
            ObjectProvider<SessionScreens> screens,
            Clock clock) {
        var refresh = new RestClientRefreshTokenTokenResponseClient();
        refresh.setRestClient(tokenClient(keycloak));
        return new Renewal(refresh, tokens, users, screens, keycloak.settings().grace(), clock);
    }

    @Bean
    SessionSweeper sessionSweeper(OpenSessions open, Renewal renewal, Clock clock) {
        return new SessionSweeper(open, renewal, clock);
    }

    @Bean
    KeycloakSignOut keycloakSignOut(OpenSessions open, Renewal renewal) {
        return new KeycloakSignOut(open, renewal);
    }

    private static RestClient tokenClient(Keycloak keycloak) {
        return keycloak.clientBuilder()
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }
}
