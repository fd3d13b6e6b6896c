package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.finding.FindingRecord;
import kz.zhospar.finding.FindingService;

/** The findings that the reader has to answer or, as an auditor, whose answers he has to judge. */
@SpringComponent
class FindingsBlock {

    private final FindingService findings;

    FindingsBlock(FindingService findings) {
        this.findings = findings;
    }

    /** Nothing where nothing waits. */
    Optional<Section> show() {
        var waiting = findings.awaitingMe();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(block(waiting));
    }

    private static Section block(List<FindingRecord> waiting) {
        var block = HomeBlocks.block(t("finding.home"), waiting.size());
        var list = new UnorderedList();
        list.addClassName("rp-periods");
        waiting.forEach(finding -> list.add(item(finding)));
        block.add(list, Ui.link("audit/findings", t("finding.home.all")));
        return block;
    }

    private static ListItem item(FindingRecord finding) {
        var title = Ui.link(finding.address(), t("finding.number", String.valueOf(finding.number())));
        title.addClassName("rp-title");
        var day = Ui.formats().day(finding.due());
        var due = finding.overdue()
                ? Ui.span("z-tag bad", t("finding.overdue", day))
                : Ui.span("z-tag", t("finding.due", day));
        return new ListItem(
                Ui.div("rp-period", Ui.div("", title, due), Ui.span("z-soft z-small fd-text", finding.text())));
    }
}
