package kz.zhospar.workspace.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Action;
import kz.zhospar.plan.Body;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.PlanTree;

/** Finds goals, indicators, actions and bodies by words or numbers, in the reader's language and in Russian. */
final class PlanSearch {

    /** One thing found: its number, its title, and where it is. */
    record Hit(String number, String title, String address, String place) {}

    record Hits(List<Hit> goals, List<Hit> indicators, List<Hit> actions, List<Hit> bodies) {
        int count() {
            return goals.size() + indicators.size() + actions.size() + bodies.size();
        }
    }

    private final Language language;
    private final List<String> words;
    private final Hits hits = new Hits(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    private PlanSearch(Language language, String query) {
        this.language = language;
        this.words = Arrays.stream(plain(query).strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static Hits find(PlanTree tree, Language language, String query) {
        var search = new PlanSearch(language, query);
        if (!search.words.isEmpty()) {
            tree.goals().forEach(search::look);
            tree.bodies().forEach(search::look);
        }
        return search.hits;
    }

    private void look(Goal goal) {
        var address = Addresses.goal(goal.number());
        if (isNamed(goal.number()) || matches(goal.title())) {
            hits.goals().add(new Hit(goal.number(), goal.title().in(language), address, ""));
        }
        goal.indicators().forEach(indicator -> look(goal, indicator));
        goal.allActions().forEach(action -> look(goal, action));
    }

    private void look(Goal goal, Indicator indicator) {
        var number = String.valueOf(indicator.number());
        if (isNamed(number)
                || matches(indicator.name())
                || indicator.series().stream().anyMatch(series -> matches(series.name()))) {
            hits.indicators()
                    .add(new Hit(
                            number,
                            indicator.name().in(language),
                            Addresses.indicator(indicator.number()),
                            goal.number()));
        }
    }

    private void look(Goal goal, Action action) {
        if (matches(action.title())) {
            hits.actions()
                    .add(new Hit(
                            goal.number() + " · " + action.ordinal(),
                            action.title().in(language),
                            Addresses.action(goal.number(), action.ordinal()),
                            goal.number()));
        }
    }

    private void look(Body body) {
        if (matches(body.abbreviation()) || matches(body.name())) {
            hits.bodies()
                    .add(new Hit(
                            body.abbreviation().in(language),
                            body.name().in(language),
                            Addresses.body(body.key()),
                            ""));
        }
    }

    private boolean isNamed(String number) {
        return words.size() == 1 && number.equals(words.getFirst());
    }

    private boolean matches(LocalizedText text) {
        var title = plain(text.in(language) + "\n" + text.ru());
        return words.stream().allMatch(title::contains);
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
