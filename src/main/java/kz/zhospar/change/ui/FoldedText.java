package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import kz.zhospar.common.ui.Ui;

/** What somebody has written, line breaks kept; a very long text opens on demand. */
public class FoldedText extends Div {

    private static final int SHOWN = 400;

    public FoldedText(String text) {
        addClassName("z-prose");
        if (text.length() <= SHOWN) {
            add(new Span(text));
        } else {
            add(new Span(text.substring(0, beginning(text)) + "…"));
            var whole = Ui.div("z-prose-whole", new Span(text));
            add(new NativeDetails(t("change.whole-text", text.length()), whole));
        }
    }

    /** Never between the halves of one character. */
    private static int beginning(String text) {
        return Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    }
}
