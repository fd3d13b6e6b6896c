package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.stream.Collectors;
import kz.zhospar.change.SubstitutionRecord;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** What the home desk says of substitution. */
final class StandIns {

    private StandIns() {}

    /** For whom the reader decides today beside himself. */
    static Component banner(PlanTree plan, List<SubstitutionRecord> standingIn) {
        var names = standingIn.stream().map(record -> name(plan, record)).collect(Collectors.joining("; "));
        var banner = Ui.div(
                "z-alert z-home-stand-in",
                Ui.div(
                        "",
                        new Paragraph(t("posts.home.standing-in", names)),
                        Ui.span("z-small z-soft", t("posts.home.awaiting"))));
        banner.getElement().setAttribute("role", "note");
        return banner;
    }

    private static String name(PlanTree plan, SubstitutionRecord record) {
        return t(
                "posts.home.until",
                Signatures.of(plan, record.holder(), record.holderPosition(), record.holderBody()),
                Ui.formats().date(record.lastDay()));
    }

    static Component link() {
        var link = Ui.link("posts", t("posts.home.link"));
        link.addClassName("z-home-posts");
        return link;
    }
}
