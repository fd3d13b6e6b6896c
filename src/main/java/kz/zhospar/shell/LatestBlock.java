package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Set;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ui.ChangeLines;
import kz.zhospar.change.ui.ChangeWords;
import kz.zhospar.change.ui.Counts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;

/** The block of the home desk that says what has changed in the plan. */
@SpringComponent
class LatestBlock {

    private static final int SHOWN = 5;
    private static final int SHOWN_CHANGES = 3;

    private final PlanArchive archive;
    private final RequestService requests;
    private final PlanService plans;

    LatestBlock(PlanArchive archive, RequestService requests, PlanService plans) {
        this.archive = archive;
        this.requests = requests;
        this.plans = plans;
    }

    Section show() {
        var latest = archive.lastApplied(SHOWN);
        var visible = requests.visible(
                latest.stream().map(PlanArchive.Applied::request).toList());
        var plan = plans.current();
        var block = new Section(new H2(t("home.latest")));
        block.addClassNames("z-card", "z-home-block");
        if (latest.isEmpty()) {
            block.add(HomeBlocks.empty(t("home.latest.none")));
            return block;
        }
        var list = new OrderedList();
        list.addClassName("z-home-latest");
        latest.forEach(applied -> list.add(applied(plan, applied, visible)));
        block.add(list);
        return block;
    }

    /** @param visible the numbers of the requests whose page the reader may open */
    private static ListItem applied(PlanSnapshot plan, PlanArchive.Applied applied, Set<Long> visible) {
        var number = String.valueOf(applied.request());
        var words = new ChangeWords(plan, applied.changes());
        var request = visible.contains(applied.request())
                ? Ui.link("changes/" + number, t("home.request", number))
                : new Span(t("home.request", number));
        var item = new ListItem(Ui.div(
                "z-request-facts",
                Ui.span("z-number", Ui.formats().moment(applied.at())),
                request,
                Ui.span("", Counts.changes(applied.changes().size()))));
        item.add(new ChangeLines(
                words, applied.changes().stream().limit(SHOWN_CHANGES).toList(), _ -> true));
        if (applied.changes().size() > SHOWN_CHANGES) {
            item.add(new NativeDetails(
                    t("home.more", applied.changes().size() - SHOWN_CHANGES),
                    new ChangeLines(
                            words,
                            applied.changes().stream().skip(SHOWN_CHANGES).toList(),
                            _ -> true)));
        }
        return item;
    }
}
