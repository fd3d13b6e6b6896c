package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.change.Risk;
import kz.zhospar.change.ui.ChangeWords;
import kz.zhospar.change.ui.FoldedText;
import kz.zhospar.change.ui.RequestRow;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.live.Signals;
import kz.zhospar.live.ui.Follow;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;

/** The blocks of the home desk about requests; each is made anew when something happens to a request. */
@SpringComponent
class RequestBlocks {

    private static final int SHOWN = 5;
    private static final Set<RequestState> IN_WORK =
            Set.of(RequestState.RETURNED, RequestState.DRAFT, RequestState.IN_REVIEW);

    private final RequestService requests;
    private final PlanService plans;
    private final Signals signals;

    RequestBlocks(RequestService requests, PlanService plans, Signals signals) {
        this.requests = requests;
        this.plans = plans;
        this.signals = signals;
    }

    Component awaiting() {
        return live(this::awaitingBlock);
    }

    Component own() {
        return live(this::ownBlock);
    }

    private Component live(Supplier<Section> block) {
        var place = Ui.div("z-home-live", block.get());
        Follow.topic(place, signals, RequestService.TOPIC, _ -> {
            place.removeAll();
            place.add(block.get());
        });
        return place;
    }

    /** Requests on which the reader has to decide, what is due first at the top. */
    private Section awaitingBlock() {
        var plan = plans.current().tree();
        var waiting = requests.awaitingMe();
        var block = HomeBlocks.block(t("home.awaiting"), waiting.size());
        if (waiting.isEmpty()) {
            block.add(HomeBlocks.empty(t("home.awaiting.none")));
        } else {
            rows(
                    block,
                    waiting.stream()
                            .map(request -> new RequestRow(plan, request))
                            .toList());
        }
        if (waiting.stream().filter(request -> request.risk() == Risk.LOW).count() > 1) {
            block.add(Ui.div("z-actions", Ui.link("changes?scope=awaiting", t("home.awaiting.together"))));
        }
        block.add(StandIns.link());
        return block;
    }

    /** The reader's own requests in work: what was returned first, with the reason. */
    private Section ownBlock() {
        var plan = plans.current();
        var own = requests.own(IN_WORK).stream()
                .sorted(Comparator.comparing((RequestSummary request) -> request.state() != RequestState.RETURNED))
                .toList();
        var block = HomeBlocks.block(t("home.own"), own.size());
        if (own.isEmpty()) {
            block.add(HomeBlocks.empty(t("home.own.none")));
        } else {
            rows(block, own.stream().map(request -> row(plan, request)).toList());
        }
        return block;
    }

    private ListItem row(PlanSnapshot plan, RequestSummary request) {
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
}
