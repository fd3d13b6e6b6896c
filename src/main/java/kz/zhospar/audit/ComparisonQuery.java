package kz.zhospar.audit;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.zhospar.audit.ComparedChange.Kind;
import kz.zhospar.audit.ComparedChange.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to compare, as it stands in an address.
 *
 * @param request a request against what it was made from; null for two states of the plan
 */
public record ComparisonQuery(
        String from, String to, @Nullable String request, ComparisonFilter filter) {

    /** What was changed last. */
    public static final ComparisonQuery LAST_CHANGE =
            new ComparisonQuery(ComparisonService.PREVIOUS, ComparisonService.CURRENT, null, ComparisonFilter.NONE);

    /** @param parameters gives the parameter with a name, or null */
    public static ComparisonQuery of(Function<String, @Nullable String> parameters) {
        return new ComparisonQuery(
                orElse(parameters.apply("from"), ComparisonService.PREVIOUS),
                orElse(parameters.apply("to"), ComparisonService.CURRENT),
                orNull(parameters.apply("request")),
                new ComparisonFilter(
                        choice(Kind.values(), parameters.apply("kind")),
                        choice(Subject.values(), parameters.apply("subject")),
                        orNull(parameters.apply("body")),
                        orNull(parameters.apply("person")),
                        orElse(parameters.apply("text"), "")));
    }

    public static ComparisonQuery between(String from, String to) {
        return new ComparisonQuery(from, to, null, ComparisonFilter.NONE);
    }

    public ComparisonQuery with(ComparisonFilter filter) {
        return new ComparisonQuery(from, to, request, filter);
    }

    /** The comparison, with the filter not applied to it yet. */
    public PlanComparison ask(ComparisonService comparisons) {
        return request == null ? comparisons.between(from, to) : comparisons.ofRequest(number(request));
    }

    /** What is no number is the number of no request. */
    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        if (request == null) {
            parameters.put("from", from);
            parameters.put("to", to);
        } else {
            parameters.put("request", request);
        }
        put(parameters, "kind", filter.kind());
        put(parameters, "subject", filter.subject());
        put(parameters, "body", filter.body());
        put(parameters, "person", filter.person());
        put(parameters, "text", filter.text().isBlank() ? null : filter.text().strip());
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value instanceof Enum<?> choice ? word(choice) : value.toString());
        }
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> @Nullable E choice(E[] choices, @Nullable String word) {
        return Stream.of(choices)
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
