package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.change.ui.ChangeLines;
import kz.zhospar.change.ui.ChangeWords;
import kz.zhospar.change.ui.Counts;
import kz.zhospar.change.ui.FoldedText;
import kz.zhospar.change.ui.RequestRow;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanTree;

/** The blocks of the home desk. */
final class HomeBlocks {

    private static final int SHOWN = 5;
    private static final int SHOWN_CHANGES = 3;
    private static final Set<RequestState> IN_WORK =
            Set.of(RequestState.RETURNED, RequestState.DRAFT, RequestState.IN_REVIEW);

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

    /** Requests on which the reader has to decide, what is due first at the top. */
    static Section awaiting(PlanTree plan, List<RequestSummary> waiting) {
        var block = block(t("home.awaiting"), waiting.size());
        if (waiting.isEmpty()) {
            block.add(empty(t("home.awaiting.none")));
        } else {
            rows(
                    block,
                    waiting.stream()
                            .map(request -> new RequestRow(plan, request))
                            .toList());
        }
        return block;
    }

    /** The reader's own requests in work: what was returned first, with the reason. */
    static Section own(PlanSnapshot plan, RequestService requests) {
        var own = requests.own(IN_WORK).stream()
                .sorted(Comparator.comparing((RequestSummary request) -> request.state() != RequestState.RETURNED))
                .toList();
        var block = block(t("home.own"), own.size());
        if (own.isEmpty()) {
            block.add(empty(t("home.own.none")));
        } else {
            rows(
                    block,
                    own.stream().map(request -> row(plan, request, requests)).toList());
        }
        return block;
    }

    private static ListItem row(PlanSnapshot plan, RequestSummary request, RequestService requests) {
        var row = new RequestRow(plan.tree(), request);
        if (request.state() == RequestState.RETURNED) {
            var reasons = reasons(plan, requests.find(request.number()));
            if (!reasons.isBlank()) {
                row.add(Ui.div(
                        "z-alert wait z-home-reason",
                        Ui.span("z-change-caption", t("home.own.reason")),
                        new FoldedText(reasons)));
            }
        }
        return row;
    }

    /** What was said of the request as a whole, then of its changes one by one. */
    private static String reasons(PlanSnapshot plan, RequestDetails details) {
        var words = new ChangeWords(plan, details.changes());
        var whole = details.decisions().isEmpty()
                ? Stream.<String>of()
                : Stream.of(details.decisions().getLast().reason());
        var single = details.remarks().stream()
                .filter(remark -> !remark.reason().isBlank())
                .map(remark -> t("home.own.remark", words.place(remark.change()), remark.reason()));
        return Stream.concat(whole, single).filter(reason -> !reason.isBlank()).collect(Collectors.joining("\n"));
    }

    private static void rows(Section block, List<? extends ListItem> rows) {
        var first = new UnorderedList();
        first.addClassName("z-requests");
        rows.stream().limit(SHOWN).forEach(first::add);
        block.add(first);
        if (rows.size() > SHOWN) {
            var rest = new UnorderedList();
            rest.addClassName("z-requests");
            rows.stream().skip(SHOWN).forEach(rest::add);
            block.add(new NativeDetails(t("home.more", rows.size() - SHOWN), rest));
        }
    }

    /** @param visible the numbers of the requests whose page the reader may open */
    static Section latest(PlanSnapshot plan, List<PlanArchive.Applied> latest, Set<Long> visible) {
        var block = new Section(new H2(t("home.latest")));
        block.addClassNames("z-card", "z-home-block");
        if (latest.isEmpty()) {
            block.add(empty(t("home.latest.none")));
            return block;
        }
        var list = new OrderedList();
        list.addClassName("z-home-latest");
        latest.forEach(applied -> list.add(applied(plan, applied, visible)));
        block.add(list);
        return block;
    }

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

    static Section auditor() {
        var block = new Section(
                new H2(t("home.auditor")),
                new Paragraph(t("home.auditor.what")),
                Ui.div(
                        "z-actions",
                        button("audit", t("home.auditor.log")),
                        button("changes", t("home.auditor.requests"))));
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
