package kz.zhospar.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.zhospar.SettableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

class KeycloakTokensTest {
    private final SettableClock clock = new SettableClock();
    private HttpServer server;
    private RSAKey key;
    private String issuer;
    private KeycloakTokens tokens;

    @BeforeEach
    void serveTheKey() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("one").generate();
        var keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/realms/city/protocol/openid-connect/certs", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
            }
        });
        server.start();
        issuer = "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/city";
        tokens = new KeycloakTokens(
                new Keycloak(new KeycloakSettings(
                        issuer, issuer, "plan", null, Set.of("openid"), false, null, "/bodies/", Duration.ZERO)),
                clock);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesATokenOfTheRealmForTheClient() throws Exception {
        assertThat(tokens.idToken(signed(claims().build(), key)).getSubject()).isEqualTo("42-id");
    }

    @Test
    void refusesATokenThatHasExpired() throws Exception {
        var token = signed(claims().build(), key);
        clock.advance(Duration.ofMinutes(7));

        refuses(token, "expired");
    }

    @Test
    void refusesATokenForAnotherClient() throws Exception {
        refuses(signed(claims().audience("other").build(), key), "aud");
    }

    @Test
    void refusesATokenOfAnotherRealm() throws Exception {
        refuses(signed(claims().issuer(issuer + "2").build(), key), "iss");
    }

    @Test
    void refusesATokenThatSomebodyElseSigned() throws Exception {
        var stranger = new RSAKeyGenerator(2048).keyID("one").generate();

        refuses(signed(claims().build(), stranger), "signature");
        refuses(new PlainJWT(claims().build()).serialize(), "Unsupported algorithm of none");
    }

    @Test
    void looksIntoTheAccessTokenWhereTheIdTokenSaysNothingOfRoles() throws Exception {
        var id = tokens.idToken(signed(claims().build(), key));
        var access = claims().audience("account").claim("realm_access", Map.of("roles", List.of("head")));

        assertThat(tokens.account(id, signed(access.claim("azp", "plan").build(), key))
                        .roles())
                .containsExactly("head");
        var foreign = signed(access.claim("azp", "other").build(), key);
        assertThatThrownBy(() -> tokens.account(id, foreign)).isInstanceOf(BadJwtException.class);
    }

    private void refuses(String token, String reason) {
        assertThatThrownBy(() -> tokens.idToken(token))
                .isInstanceOf(BadJwtException.class)
                .hasMessageContaining(reason);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject("42-id")
                .audience("plan")
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }
}
