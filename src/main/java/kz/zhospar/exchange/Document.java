package kz.zhospar.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import kz.zhospar.common.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A published document as it is sent, plain and packed. Its tag names the revision and the exact bytes: a strong tag
 * may not be shared by two forms of one revision, so servers do not pack what carries one and it is done here, once.
 */
final class Document {

    /** Its own mapper: what is published does not follow the settings of the application's. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private static final Pattern TAKES_GZIP =
            Pattern.compile("(?i)(^|,)\\s*(x-)?gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.\\d*[1-9]\\d*)\\s*)?(,|$)");

    private final byte[] plain;
    private final byte[] packed;
    private final String tag;

    Document(long revision, Object content) {
        plain = JSON.writeValueAsBytes(content);
        packed = packed(plain);
        tag = revision + "-" + checksum(plain);
    }

    ResponseEntity<byte[]> answer(@Nullable String encodings, CacheControl cache) {
        var gzip = encodings != null && TAKES_GZIP.matcher(encodings).find();
        var answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(cache)
                .varyBy(HttpHeaders.ACCEPT_ENCODING)
                .eTag(gzip ? tag + "-gzip" : tag);
        return gzip ? answer.header(HttpHeaders.CONTENT_ENCODING, "gzip").body(packed) : answer.body(plain);
    }

    private static byte[] packed(byte[] plain) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String checksum(byte[] bytes) {
        return Sha256.of(bytes).substring(0, 16);
    }
}
