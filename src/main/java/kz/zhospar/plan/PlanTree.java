package kz.zhospar.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;

/**
 * A snapshot as typed records, in the order of the document. Items whose parent is missing are not reached.
 *
 * @param passport money of the whole plan as its passport states it
 */
public record PlanTree(
        ItemRef ref,
        String code,
        LocalizedText title,
        int firstYear,
        int lastYear,
        List<Direction> directions,
        List<Funding> passport,
        List<Body> bodies,
        List<Curator> curators,
        List<Term> terms) {

    static PlanTree of(Map<ItemRef, Item> items) {
        return new PlanTreeBuilder(items).build();
    }

    public Stream<Goal> goals() {
        return directions.stream().flatMap(direction -> direction.goals().stream());
    }

    public Stream<Indicator> indicators() {
        return goals().flatMap(goal -> goal.indicators().stream());
    }

    public Optional<Goal> goal(String number) {
        return goals().filter(goal -> goal.number().equals(number)).findFirst();
    }

    public Optional<Indicator> indicator(int number) {
        return indicators().filter(indicator -> indicator.number() == number).findFirst();
    }

    /** The goal that an item belongs to; empty for what stands beside or above the goals. */
    public Optional<Goal> goalOf(ItemRef ref) {
        return goals().filter(goal -> goal.items().anyMatch(ref::equals)).findFirst();
    }

    public Optional<Body> body(String key) {
        return bodies.stream().filter(body -> body.key().equals(key)).findFirst();
    }

    /**
     * What a body is called for short: its abbreviation, with its name where another body has the same one; the key
     * itself where the plan does not know it.
     */
    public String bodyLabel(String key, Language language) {
        return body(key).map(body -> label(body, language)).orElse(key);
    }

    private String label(Body body, Language language) {
        var abbreviation = body.abbreviation().in(language);
        var isShared = bodies.stream()
                .anyMatch(other ->
                        !other.equals(body) && other.abbreviation().in(language).equals(abbreviation));
        return isShared ? abbreviation + " (" + body.name().in(language) + ")" : abbreviation;
    }

    /** The years of the plan itself, without the years before it that are given for comparison. */
    public IntStream years() {
        return IntStream.rangeClosed(firstYear, lastYear);
    }
}
