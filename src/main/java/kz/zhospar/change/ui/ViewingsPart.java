package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestDetails.Viewing;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanTree;

/** Who has read the request, and who of them has only seen an earlier content. */
class ViewingsPart extends Section {

    ViewingsPart(RequestDetails details, PlanTree plan) {
        addClassNames("z-card", "z-viewings");
        add(new H2(t("request.viewings")));
        var list = new UnorderedList();
        latest(details.viewings()).forEach(viewing -> list.add(row(viewing, details, plan)));
        add(list);
    }

    /** The last one of each reader. */
    private static Collection<Viewing> latest(List<Viewing> viewings) {
        var latest = new LinkedHashMap<List<Object>, Viewing>();
        viewings.forEach(viewing ->
                latest.put(List.of(viewing.person(), viewing.position(), String.valueOf(viewing.body())), viewing));
        return latest.values();
    }

    private static ListItem row(Viewing viewing, RequestDetails details, PlanTree plan) {
        var row = new ListItem(
                Ui.span("", Signatures.of(plan, viewing.person(), viewing.position(), viewing.body())),
                Ui.span("z-soft z-small z-number", Ui.formats().moment(viewing.at())));
        if (!viewing.contentHash().equals(details.contentHash()) && !hasDecided(viewing, details)) {
            row.add(Ui.span("z-tag wait", t("request.viewings.earlier")));
        }
        return row;
    }

    /** Whether the reader has decided on this round: what he set aside himself is no news to him. */
    private static boolean hasDecided(Viewing viewing, RequestDetails details) {
        return details.decisions().stream()
                .anyMatch(decision -> decision.round() == details.round()
                        && decision.person().equals(viewing.person())
                        && decision.position().equals(viewing.position()));
    }
}
