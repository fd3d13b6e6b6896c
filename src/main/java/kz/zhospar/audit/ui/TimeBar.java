package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.zhospar.audit.AsOf;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import org.jspecify.annotations.Nullable;

/** Above every screen of the plan: takes one to the plan of another moment, and says so plainly when it is a past one. */
public final class TimeBar extends Section {

    private final PlanArchive archive;
    private final RequestService requests;
    private final CurrentPerson person;

    public TimeBar(PlanArchive archive, RequestService requests, CurrentPerson person) {
        this.archive = archive;
        this.requests = requests;
        this.person = person;
        addClassName("asof");
        Ui.describe(this, t("asof.bar"));
        setVisible(false);
    }

    /** Shows itself for a screen of the plan at an address, and hides for any other screen. */
    public void show(@Nullable PlanScreen screen, Location location) {
        removeAll();
        setVisible(screen != null);
        if (screen != null) {
            show(screen.shownPlan(), location);
        }
    }

    private void show(ShownPlan shown, Location location) {
        setClassName("past", shown.isPast());
        var choice = new MomentChoice(location, archive, this::titles);
        choice.setVisible(false);
        var line = Ui.div("asof-line");
        if (shown.isPast()) {
            line.add(state(shown), links(shown, location, choice));
        } else {
            line.add(Ui.div("asof-links", data(shown), opener(choice)));
        }
        add(line, choice);
    }

    private Component state(ShownPlan shown) {
        var plan = shown.get();
        var state = Ui.div("asof-state", Ui.span("asof-moment", AsOfWords.moment(shown.asked(), plan)));
        state.getElement().setAttribute("role", "status");
        state.add(made(plan));
        state.add(Ui.span("", shown.isSuperseded() ? t("asof.read-only") : t("asof.unchanged")));
        return state;
    }

    /** Which revision it is, when it was made, and who approved it in which position of then. */
    private Span made(PlanSnapshot plan) {
        var revision = archive.revisionOf(plan);
        var number = String.valueOf(revision.number());
        var at = Ui.formats().moment(revision.at());
        var made = new Span(
                revision.kind() == RevisionKind.APPLY
                        ? t("asof.made", number, at, RevisionWords.who(plan.tree(), revision))
                        : t("asof.loaded", number, at));
        Optional.ofNullable(revision.request())
                .filter(request -> isReader())
                .filter(request -> !requests.visible(List.of(request)).isEmpty())
                .ifPresent(request -> made.add(new Span(" "), RevisionWords.request(request)));
        return made;
    }

    private Component links(ShownPlan shown, Location location, MomentChoice choice) {
        var back = Ui.link(AsOfAddress.of(location, AsOf.NOW), t("asof.back"));
        back.addClassName("asof-back");
        var links = Ui.div("asof-links", back);
        if (shown.isSuperseded() && isReader()) {
            links.add(Ui.link("audit/compare?from=" + shown.get().revision() + "&to=current", t("asof.compare")));
        }
        links.add(data(shown), opener(choice));
        return links;
    }

    /** The same plan for other programs. */
    private static Component data(ShownPlan shown) {
        var plan = shown.get();
        var address = "api/v1/plans/" + plan.tree().code();
        var link = new Anchor(
                shown.isPast() ? AsOfAddress.append(address, AsOf.revision(plan.revision())) : address, t("asof.data"));
        link.setTitle(t("asof.data.what"));
        link.setRouterIgnore(true);
        return link;
    }

    private static NativeButton opener(Div choice) {
        var opener = new NativeButton(t("asof.choose"));
        opener.addClassName("asof-opener");
        opener.getElement().setAttribute("aria-expanded", "false");
        opener.addClickListener(_ -> {
            choice.setVisible(!choice.isVisible());
            opener.getElement().setAttribute("aria-expanded", String.valueOf(choice.isVisible()));
        });
        return opener;
    }

    /** What the requests of revisions were about, as far as the reader may know. */
    private Map<Long, String> titles(List<RevisionRecord> revisions) {
        return isReader()
                ? requests.titles(revisions.stream()
                        .map(RevisionRecord::request)
                        .filter(Objects::nonNull)
                        .toList())
                : Map.of();
    }

    /** An administrator reads the plan but no requests. */
    private boolean isReader() {
        return person.find().filter(one -> one.position() != Role.ADMIN).isPresent();
    }
}
