package kz.zhospar.identity.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestTemplate;

/**
 * Keycloak as this server speaks to it. The addresses are those that every Keycloak has, so nothing is asked for at the
 * start, and nothing waits long for an answer.
 */
public final class Keycloak {
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);

    private final KeycloakSettings settings;
    private final JdkClientHttpRequestFactory requests;
    private final RestClient client;

    Keycloak(KeycloakSettings settings) {
        this.settings = settings;
        this.requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(TO_CONNECT)
                .build());
        requests.setReadTimeout(TO_ANSWER);
        this.client = RestClient.builder().requestFactory(requests).build();
    }

    KeycloakSettings settings() {
        return settings;
    }

    /** A client for requests that need no more than JSON. */
    RestClient client() {
        return client;
    }

    /** A client that is to understand more than JSON. */
    RestClient.Builder clientBuilder() {
        return RestClient.builder().requestFactory(requests);
    }

    RestTemplate restTemplate() {
        return new RestTemplate(requests);
    }

    /** Whether Keycloak answers just now. */
    public boolean isReachable() {
        try {
            client.get().uri(protocol(settings.internal()) + "certs").retrieve().toBodilessEntity();
            return true;
        } catch (RestClientException e) {
            return false;
        }
    }

    /** Whether a failure means that Keycloak could not be asked, rather than that it said no. */
    public static boolean isSilence(Throwable failure) {
        return causes(failure).stream().anyMatch(IOException.class::isInstance);
    }

    private static List<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .toList();
    }

    String keys() {
        return protocol(settings.internal()) + "certs";
    }

    /** The realm's part of the interface for administrators. */
    String admin() {
        return settings.internal().replaceFirst("/realms/(?!.*/realms/)", "/admin/realms/");
    }

    ClientRegistration registration() {
        var browser = protocol(settings.issuer());
        var server = protocol(settings.internal());
        return ClientRegistration.withRegistrationId(KeycloakSettings.REGISTRATION)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(
                        settings.clientSecret() == null
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(settings.scopes())
                .issuerUri(settings.issuer())
                .authorizationUri(browser + "auth")
                .tokenUri(server + "token")
                .jwkSetUri(keys())
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", browser + "logout"))
                .build();
    }

    private static String protocol(String realm) {
        return realm + "/protocol/openid-connect/";
    }
}
