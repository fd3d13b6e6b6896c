package kz.zhospar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import kz.zhospar.common.Sha256;
import kz.zhospar.seal.internal.Chain;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.web.context.WebApplicationContext;

@ZhosparTest(
        properties = {"zhospar.test=seal-api", "zhospar.seal.home=${java.io.tmpdir}/zhospar-seal-api-${random.uuid}"})
class SealApiModuleTest {

    private static final String HEAD = "/api/v1/seal";

    @Autowired
    private WebApplicationContext application;

    @Autowired
    private Chain chain;

    private ApiClient api;

    @BeforeEach
    void prepare() {
        api = new ApiClient(application);
    }

    @Test
    void publishesTheHeadAndEverySeal() throws Exception {
        var sealed = chain.seal(true).or(chain::head).orElseThrow();
        var head = api.json(HEAD);
        assertThat(head.get("number").asLong()).isEqualTo(sealed.number());
        assertThat(head.get("hash").asString()).isEqualTo(sealed.hash());
        assertThat(head.get("sealedAt").asString()).isEqualTo(sealed.sealedAt().toString());
        assertThat(api.json(HEAD + "/" + sealed.number())).isEqualTo(head);
        assertThat(head).isEqualTo(api.json(HEAD));
    }

    /** With nothing but the answer and the JDK. */
    @Test
    void letsAnybodyCheckHashAndSignature() throws Exception {
        chain.seal(true);
        var head = api.json(HEAD);
        var text = head.get("text").asString();
        assertThat(Sha256.of(text)).isEqualTo(head.get("hash").asString());
        assertThat(text).contains("\nroot\t" + head.get("root").asString() + "\n");
        var key = Base64.getDecoder().decode(head.get("publicKey").asString());
        assertThat(Sha256.of(key)).isEqualTo(head.get("keyId").asString());
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        verifier.update(text.getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(
                        Base64.getDecoder().decode(head.get("signature").asString())))
                .isTrue();
    }

    @Test
    void letsASealBeKeptForGoodAndTheHeadBeAskedForAgain() throws Exception {
        chain.seal(true);
        var head = api.get(HEAD);
        assertThat(head.getHeader("Cache-Control")).isEqualTo("no-cache, public");
        assertThat(api.get(HEAD, "If-None-Match", head.getHeader("ETag")).getStatus())
                .isEqualTo(304);
        assertThat(api.get(HEAD + "/1").getHeader("Cache-Control")).contains("immutable");
        assertThat(api.send(HttpMethod.HEAD, HEAD).getStatus()).isEqualTo(200);
        assertThat(api.send(HttpMethod.POST, HEAD).getStatus()).isEqualTo(403);
    }

    @Test
    void saysWhatIsWrongWithANumber() throws Exception {
        for (var number : new String[] {"0", "-1", "999999", "99999999999999999999"}) {
            var answer = api.get(HEAD + "/" + number);
            assertThat(answer.getStatus()).isEqualTo(404);
            assertThat(answer.getContentType()).isEqualTo("application/problem+json");
            assertThat(ApiClient.json(answer).get("type").asString()).isEqualTo("/problems/unknown-seal");
        }
        var answer = api.get(HEAD + "/" + URI.create("x1"));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(ApiClient.json(answer).get("type").asString()).isEqualTo("/problems/malformed-seal");
    }
}
