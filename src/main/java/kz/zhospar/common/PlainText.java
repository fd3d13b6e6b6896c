package kz.zhospar.common;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What people type, in a form that everything behind can take. */
public final class PlainText {

    private PlainText() {}

    /** The text without what no database stores: NUL, and halves of characters, which become question marks. */
    public static String storable(String text) {
        return new String(text.replace("\0", "").getBytes(UTF_8), UTF_8);
    }
}
