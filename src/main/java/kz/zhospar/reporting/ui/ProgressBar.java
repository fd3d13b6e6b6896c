package kz.zhospar.reporting.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.reporting.BodyProgress;

/** How far a body has come, as a bar: in the plan, under review, written; what is missing stays empty. */
class ProgressBar extends Div {

    ProgressBar(BodyProgress progress) {
        addClassName("rp-progress");
        getElement().setAttribute("role", "img");
        Ui.describe(
                this,
                t(
                        "reporting.progress.spoken",
                        progress.approved(),
                        progress.inReview(),
                        progress.draft(),
                        progress.missing()));
        add(part("approved", progress.approved(), progress.rows()));
        add(part("review", progress.inReview(), progress.rows()));
        add(part("draft", progress.draft(), progress.rows()));
    }

    private static Span part(String look, int rows, int all) {
        var part = Ui.span(look, "");
        part.getStyle().set("width", all == 0 ? "0" : 100.0 * rows / all + "%");
        return part;
    }
}
