package kz.zhospar.e2e;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The program on somebody's phone that shows a code of six digits, another one every thirty seconds (RFC 6238). */
final class Authenticator {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int SECONDS = 30;

    private final SecretKeySpec key;
    private long last;

    /** The secret as a page shows it to somebody who types it in. */
    Authenticator(String shown) {
        key = new SecretKeySpec(decoded(shown.replace(" ", "")), "HmacSHA1");
    }

    /** A code that was not given before. One step ahead is taken, because phones may be ahead. */
    String newCode() throws Exception {
        while (last > step()) {
            Thread.sleep(500);
        }
        last = Math.max(step(), last + 1);
        return code(last);
    }

    String lastCode() throws GeneralSecurityException {
        return code(last);
    }

    private static long step() {
        return Instant.now().getEpochSecond() / SECONDS;
    }

    String code(long step) throws GeneralSecurityException {
        var mac = Mac.getInstance(key.getAlgorithm());
        mac.init(key);
        var hash = ByteBuffer.wrap(
                mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
        var from = hash.get(hash.limit() - 1) & 0xf;
        return "%06d".formatted((hash.getInt(from) & Integer.MAX_VALUE) % 1_000_000);
    }

    private static byte[] decoded(String text) {
        var bytes = ByteBuffer.allocate(text.length() * 5 / 8);
        var bits = 0;
        var unused = 0;
        for (var letter : text.toCharArray()) {
            bits = bits << 5 | BASE32.indexOf(letter);
            unused += 5;
            if (unused >= 8) {
                unused -= 8;
                bytes.put((byte) (bits >> unused));
            }
        }
        return bytes.array();
    }
}
