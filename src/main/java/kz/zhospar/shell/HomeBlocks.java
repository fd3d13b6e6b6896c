package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import kz.zhospar.common.ui.Ui;

/** What the blocks of the home desk are made of, and those that only lead elsewhere. */
final class HomeBlocks {

    private HomeBlocks() {}

    static Section block(String title, int count) {
        var heading = new H2(title);
        heading.add(Ui.span(
                count == 0 ? "z-home-count none" : "z-home-count", Ui.formats().number(count)));
        var block = new Section(heading);
        block.addClassNames("z-card", "z-home-block");
        return block;
    }

    static Component empty(String text) {
        var empty = new Paragraph(text);
        empty.addClassName("z-soft");
        return empty;
    }

    static Section auditor() {
        var block = new Section(
                new H2(t("home.auditor")),
                new Paragraph(t("home.auditor.what")),
                Ui.div(
                        "z-actions",
                        button("audit", t("home.auditor.log")),
                        button("changes", t("home.auditor.requests")),
                        button("audit/seal", t("seal.title"))));
        block.addClassNames("z-card", "z-home-block");
        return block;
    }

    static Section administrator() {
        var block = new Section(
                new H2(t("home.admin")),
                new Paragraph(t("home.admin.what")),
                new Paragraph(t("home.admin.not")),
                Ui.div("z-actions", button("admin", t("home.admin.open")), button("plan", t("home.admin.plan"))));
        block.addClassNames("z-card", "z-home-block");
        return block;
    }

    private static Component button(String address, String text) {
        var link = Ui.link(address, text);
        link.addClassName("z-button");
        return link;
    }
}
