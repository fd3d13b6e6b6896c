package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.zhospar.common.Formats;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.Series;

/** The reader's own series of which the plan has no fact for years that have passed, under their goals. */
class MissingFacts extends Section {

    private static final int SHOWN_OPEN = 8;

    private record Missing(Indicator indicator, Series series, List<Integer> years) {}

    private final PlanTree plan;
    private final Person person;
    private final int thisYear;

    MissingFacts(PlanTree plan, Person person, Clock clock) {
        this.plan = plan;
        this.person = person;
        this.thisYear = LocalDate.ofInstant(clock.instant(), Formats.ZONE).getYear();
        addClassNames("z-card", "z-home-block");
        var missing = find();
        var count = missing.values().stream().mapToInt(List::size).sum();
        var heading = new H2(t("home.facts"));
        heading.add(Ui.span(
                count == 0 ? "z-home-count none" : "z-home-count", Ui.formats().number(count)));
        add(heading);
        if (missing.isEmpty()) {
            add(HomeBlocks.empty(t(isAnybodys() ? "home.facts.none" : "home.facts.no-duty")));
        }
        missing.forEach((goal, ofGoal) -> add(goal(goal, ofGoal, count <= SHOWN_OPEN)));
    }

    private Map<Goal, List<Missing>> find() {
        var missing = new LinkedHashMap<Goal, List<Missing>>();
        plan.goals().forEach(goal -> {
            var ofGoal = goal.indicators().stream()
                    .flatMap(indicator -> indicator.series().stream()
                            .filter(this::isOwn)
                            .map(series -> new Missing(indicator, series, years(series))))
                    .filter(one -> !one.years().isEmpty())
                    .toList();
            if (!ofGoal.isEmpty()) {
                missing.put(goal, ofGoal);
            }
        });
        return missing;
    }

    private boolean isAnybodys() {
        return plan.goals().flatMap(Goal::series).anyMatch(this::isOwn);
    }

    private boolean isOwn(Series series) {
        if (person.curator() != null) {
            return series.curator() != null && series.curator().key().equals(person.curator());
        }
        return person.body() != null
                && plan.body(person.body())
                        .filter(body -> series.isDutyOf(body.ref().id()))
                        .isPresent();
    }

    private List<Integer> years(Series series) {
        return plan.years()
                .filter(year -> year < thisYear)
                .filter(year -> series.cell(year).actual() == null)
                .boxed()
                .toList();
    }

    private NativeDetails goal(Goal goal, List<Missing> missing, boolean open) {
        var list = new UnorderedList();
        list.addClassName("z-home-facts");
        missing.forEach(one -> list.add(line(one)));
        var content = Ui.div(
                "z-home-goal", Ui.link("plan/goals/" + goal.number(), t("home.facts.open", goal.number())), list);
        var details = new NativeDetails(
                t("home.facts.goal", goal.number(), goal.title().in(Texts.language()), missing.size()), content);
        details.setOpen(open);
        return details;
    }

    private ListItem line(Missing missing) {
        var name = missing.series().name().isBlank()
                ? missing.indicator().name()
                : missing.series().name();
        var unit = missing.series().unit().in(Texts.language());
        return new ListItem(
                Ui.span(
                        "z-number z-soft",
                        t("change.number", String.valueOf(missing.indicator().number()))),
                Ui.span("z-home-fact", t("home.facts.series", name.in(Texts.language()), unit)),
                Ui.span("z-soft z-small z-number", ranges(missing.years())));
    }

    /** {@code 2021–2023, 2025}. */
    private static String ranges(List<Integer> years) {
        var starts = years.stream().filter(year -> !years.contains(year - 1)).toList();
        return String.join(
                ", ",
                starts.stream()
                        .map(start -> {
                            var end = IntStream.iterate(start, year -> year + 1)
                                    .takeWhile(years::contains)
                                    .max()
                                    .orElse(start);
                            return start == end ? String.valueOf(start) : start + "–" + end;
                        })
                        .toList());
    }
}
