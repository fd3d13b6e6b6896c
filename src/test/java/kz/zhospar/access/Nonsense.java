package kz.zhospar.access;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What nobody in his right mind would send, the same each time: it follows from the seed. */
final class Nonsense {

    /** As it stands in an address, encoded or not. */
    private static final List<String> IN_ADDRESSES = List.of(
            "%00",
            "a%00b",
            "%C0%AF",
            "%FF%FE",
            "%ED%A0%80",
            "%F4%90%80%80",
            "%",
            "%2",
            "%zz",
            "%u0041",
            "%25%32%35",
            "..%2f..%2f..%2fetc%2fpasswd",
            "../../../../etc/passwd",
            "..;/..;/actuator/env",
            "%0d%0aSet-Cookie:%20a=b",
            "%E2%80%AE",
            "%F0%9F%92%A9",
            "/",
            "//",
            ";jsessionid=x",
            "?",
            "#",
            "&&&===",
            "[]",
            "{}",
            "*",
            "|",
            "\"",
            "^",
            "`",
            "\\");

    /** Plain text, as it comes out of a decoded address or stands in a body. */
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\uDC00\uD800",
            "\u202Egnp.exe",
            "\uFEFF",
            "0",
            "-1",
            "-0",
            "00000000000000000000001",
            "1.5",
            "1e309",
            "NaN",
            "Infinity",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "99999999999999999999999999999999999999999999",
            "0x10",
            "١٢٣",
            "null",
            "true",
            "current",
            "previous",
            "2026-02-30",
            "2026-13-01",
            "0000-00-00",
            "0000-01-01",
            "9999-12-31",
            "-999999999-01-01",
            "+999999999-12-31",
            "9999-12-31T23:59:59.999999999Z",
            "9999-12-31T23:59:59-18:00",
            "0001-01-01T00:00:00+18:00",
            "2026-01-01T24:00:00Z",
            "2026-01-01T00:00:60Z",
            "+1000000000-01-01T00:00:00Z",
            "SERIES:00000000-0000-0000-0000-000000000000",
            "SERIES:x",
            "GOAL:1-1-1-1-1",
            "TARGET:2147483648",
            "TARGET:-1",
            "'; drop table plan; --",
            "%' or '1'='1",
            "\\",
            "_%",
            "${jndi:ldap://127.0.0.1/x}",
            "#{T(java.lang.Runtime)}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "javascript:alert(1)",
            "=HYPERLINK(\"http://x\")",
            "(a+)+$",
            "((((((((((",
            "[a-",
            "%s%n%x",
            "\r\n\r\n",
            "\t",
            "плановый показатель",
            "ЁЁЁёёё ß ﬃ İ",
            "a".repeat(300),
            "я".repeat(3000),
            "9".repeat(5000));

    private final Random random;

    Nonsense(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean sometimes(int oneIn) {
        return below(oneIn) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    String text() {
        return switch (below(8)) {
            case 0 -> ofAnyCharacters(below(40));
            case 1 -> of(TEXTS) + of(TEXTS);
            default -> of(TEXTS);
        };
    }

    private String ofAnyCharacters(int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) below(sometimes(2) ? 128 : 0x10000));
        }
        return text.toString();
    }

    /** A piece of an address: encoded nonsense, nonsense encoded, or bytes as they come, without a space or line break. */
    String inAddress() {
        return switch (below(4)) {
            case 0, 1 -> of(IN_ADDRESSES);
            case 2 -> encoded(text());
            default -> ofAnyCharacters(below(20)).replaceAll("[\\s\u0000]", "");
        };
    }

    static String encoded(String text) {
        var encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append("%%%02X".formatted(one));
        }
        return encoded.toString();
    }

    byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** The same bytes with some of them other, missing or more. */
    byte[] damaged(byte[] bytes) {
        var damaged = bytes.clone();
        for (int i = 0; i < 1 + below(4) && damaged.length > 0; i++) {
            damaged[below(damaged.length)] = (byte) below(256);
        }
        return sometimes(3) ? Arrays.copyOf(damaged, below(damaged.length + 1)) : damaged;
    }
}
