package kz.zhospar.audit;

import java.util.Map;
import java.util.function.Function;
import kz.zhospar.audit.ComparedChange.Kind;
import kz.zhospar.audit.ComparedChange.Subject;
import kz.zhospar.common.AddressParameters;
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
                        AddressParameters.constant(Kind.class, parameters.apply("kind"))
                                .orElse(null),
                        AddressParameters.constant(Subject.class, parameters.apply("subject"))
                                .orElse(null),
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
        var parameters = new AddressParameters();
        if (request == null) {
            parameters.with("from", from).with("to", to);
        } else {
            parameters.with("request", request);
        }
        return parameters
                .with("kind", filter.kind())
                .with("subject", filter.subject())
                .with("body", filter.body())
                .with("person", filter.person())
                .with("text", filter.text())
                .values();
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
