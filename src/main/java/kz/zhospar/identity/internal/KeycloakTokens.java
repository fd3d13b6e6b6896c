package kz.zhospar.identity.internal;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads tokens and believes only those that Keycloak signed, for this client, and that have not expired. */
class KeycloakTokens {
    private static final Set<SignatureAlgorithm> SIGNATURES = Set.of(SignatureAlgorithm.values());

    private final KeycloakSettings settings;
    private final NimbusJwtDecoder ids;
    private final NimbusJwtDecoder accesses;

    KeycloakTokens(Keycloak keycloak, Clock clock) {
        settings = keycloak.settings();
        var time = new JwtTimestampValidator();
        time.setClock(clock);
        var id = new OidcIdTokenValidator(keycloak.registration());
        id.setClock(clock);
        ids = decoder(keycloak, List.of(time, id));
        ids.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        accesses = decoder(
                keycloak,
                List.of(
                        time,
                        new JwtIssuerValidator(settings.issuer()),
                        new JwtClaimValidator<String>("azp", settings.clientId()::equals)));
    }

    private static NimbusJwtDecoder decoder(Keycloak keycloak, List<OAuth2TokenValidator<Jwt>> validators) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(keycloak.keys())
                .restOperations(keycloak.restTemplate())
                .jwsAlgorithms(algorithms -> algorithms.addAll(SIGNATURES))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators));
        return decoder;
    }

    JwtDecoder idTokens() {
        return ids;
    }

    OidcIdToken idToken(String token) {
        var jwt = ids.decode(token);
        return new OidcIdToken(jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
    }

    /**
     * What the tokens say of a person. Where the client has no mappers for its id token, the access token is asked: it is
     * where the adapter looked.
     */
    KeycloakAccount account(OidcIdToken idToken, String accessToken) {
        var claims = idToken.getClaims();
        if (KeycloakAccount.saysRoles(claims, settings)) {
            return KeycloakAccount.of(claims, settings);
        }
        Map<String, Object> both =
                new LinkedHashMap<>(accesses.decode(accessToken).getClaims());
        both.putAll(claims);
        return KeycloakAccount.of(both, settings);
    }
}
