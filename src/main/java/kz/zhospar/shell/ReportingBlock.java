package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.List;
import java.util.Optional;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.reporting.CampaignService;
import kz.zhospar.reporting.CampaignState;
import kz.zhospar.reporting.Report;
import kz.zhospar.reporting.ReportService;

/** The reporting periods that run, with the reader's rows that are still to be submitted. */
@SpringComponent
class ReportingBlock {

    private final CampaignService campaigns;
    private final ReportService reports;

    ReportingBlock(CampaignService campaigns, ReportService reports) {
        this.campaigns = campaigns;
        this.reports = reports;
    }

    /** Nothing where no period runs that asks the reader's body for facts. */
    Optional<Section> show() {
        var open = campaigns.all().stream()
                .filter(campaign -> campaign.state().isRunning())
                .map(campaign -> reports.rows(campaign.number()))
                .filter(report -> report.progress().rows() > 0)
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(block(open));
    }

    private static Section block(List<Report> open) {
        var rows = open.stream().mapToInt(report -> report.progress().open()).sum();
        var block = HomeBlocks.block(t("reporting.home"), rows);
        var list = new UnorderedList();
        list.addClassName("rp-periods");
        open.forEach(report -> list.add(item(report)));
        block.add(list);
        return block;
    }

    private static ListItem item(Report report) {
        var campaign = report.campaign();
        var progress = report.progress();
        var title = Ui.link(campaign.address(), campaign.title());
        title.addClassName("rp-title");
        var late = campaign.state() == CampaignState.OVERDUE;
        var due = Ui.span(
                late ? "z-tag bad" : "z-tag",
                t(
                        late ? "reporting.home.overdue" : "reporting.home.due",
                        Ui.formats().day(campaign.due())));
        var state = progress.open() == 0
                ? t("reporting.home.done")
                : t("reporting.home.missing", progress.missing(), progress.draft(), progress.rows());
        return new ListItem(Ui.div("rp-period", Ui.div("", title, due), Ui.span("z-soft z-small", state)));
    }
}
