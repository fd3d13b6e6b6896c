package kz.zhospar.conversation.ui;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.conversation.Mentionable;
import kz.zhospar.conversation.MentionedText;
import kz.zhospar.plan.PlanTree;

/** The people who may be mentioned, each under a label of his own: one writes {@code @label} and means an account. */
final class MentionLabels {

    private final Map<String, Mentionable> people = new LinkedHashMap<>();
    private final PlanTree plan;

    MentionLabels(List<Mentionable> people, PlanTree plan) {
        this.plan = plan;
        people.forEach(one -> this.people.put(label(one, people), one));
    }

    /** The name; of namesakes also position and body, or the account where even these are the same. */
    private String label(Mentionable one, List<Mentionable> all) {
        return Stream.<Function<Mentionable, String>>of(Mentionable::name, this::signature)
                .filter(label -> all.stream()
                                .filter(other -> label.apply(other).equals(label.apply(one)))
                                .count()
                        == 1)
                .map(label -> label.apply(one))
                .findFirst()
                .orElseGet(() -> signature(one) + " " + one.account());
    }

    private String signature(Mentionable one) {
        return Signatures.of(plan, one.name(), one.position(), one.body());
    }

    List<String> labels() {
        return List.copyOf(people.keySet());
    }

    /** Name, position and body of the person with a label. */
    String describe(String label) {
        var one = people.get(label);
        return one == null ? label : signature(one);
    }

    /** The text with each {@code @label} made a mention of its account. */
    String toMentions(String text) {
        if (people.isEmpty()) {
            return text;
        }
        // The longest first, so that no name is taken for the beginning of another.
        var labels = people.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])@(", ")(?![\\p{L}\\p{N}])"));
        return Pattern.compile(labels)
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        MentionedText.mention(people.get(found.group(1)).account())));
    }
}
