package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import kz.zhospar.common.ui.Ui;

/** What somebody has written, line breaks kept; a very long text opens on demand. */
public class FoldedText extends Div {

    private static final int SHOWN = 400;

    public FoldedText(String text) {
        addClassName("z-prose");
        add(new Span(beginning(text)));
        if (isLong(text)) {
            add(whole(text));
        }
    }

    static boolean isLong(String text) {
        return text.length() > SHOWN;
    }

    /** What is shown at once: all of a text that is not long. It is never cut between the halves of one character. */
    static String beginning(String text) {
        if (!isLong(text)) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN) + "…";
    }

    /** All of a long text, to be opened. */
    static Component whole(String text) {
        var whole = Ui.div("z-prose-whole", new Span(text));
        return new NativeDetails(t("change.whole-text", Counts.characters(text.length())), whole);
    }
}
