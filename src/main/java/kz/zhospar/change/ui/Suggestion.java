package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.PlainText;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.PlanRules;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Another value that an approver writes beside a change.
 *
 * @param value null when nothing or nothing sensible is written
 * @param problem why it cannot be taken, with the text itself; null when it can
 */
record Suggestion(@Nullable Object value, @Nullable String problem) {

    private static final Set<Class<?>> WRITTEN =
            Set.of(Quantity.class, Integer.class, String.class, LocalizedText.class);
    private static final int SHOWN = 40;

    /** Nothing is written. */
    static final Suggestion NONE = new Suggestion(null, null);

    /** Whether a change is of a kind to which another value can be written. */
    static boolean suits(Change change) {
        return change instanceof Change.Edit edit
                && edit.value() != null
                && WRITTEN.contains(edit.field().attribute().type());
    }

    /** What is written as one text. */
    static Suggestion read(Change change, String text, PlanSnapshot plan) {
        return read(change, Map.of(Language.RU, text), plan);
    }

    /** @param texts by language; of a change to a text those that are blank leave what is proposed as it is */
    static Suggestion read(Change change, Map<Language, String> texts, PlanSnapshot plan) {
        var text = Stream.of(Language.values())
                .map(language ->
                        PlainText.storable(texts.getOrDefault(language, "")).strip())
                .filter(one -> !one.isEmpty())
                .findFirst();
        if (text.isEmpty() || !(change instanceof Change.Edit edit)) {
            return NONE;
        }
        return edit.value() instanceof LocalizedText proposed
                ? checked(edit, localized(proposed, texts), text.get(), plan)
                : read(edit, text.get(), plan);
    }

    private static Suggestion read(Change.Edit edit, String text, PlanSnapshot plan) {
        try {
            return checked(edit, value(edit, text), text, plan);
        } catch (Unfit e) {
            return refused(e.fault, text);
        }
    }

    /** A text that is no value of the kind that is proposed. */
    private static final class Unfit extends RuntimeException {
        private final String fault;

        Unfit(String fault) {
            super(fault);
            this.fault = fault;
        }
    }

    private static Object value(Change.Edit edit, String text) {
        return switch (edit.value()) {
            case Quantity proposed -> quantity(proposed, text);
            case Integer _ -> whole(text);
            case null, default -> text;
        };
    }

    private static Quantity quantity(Quantity proposed, String text) {
        var read = parse(text);
        if (proposed.isNumber() && !read.isNumber() && !read.isDash()) {
            throw new Unfit("not-a-number");
        }
        return read;
    }

    private static Quantity parse(String text) {
        try {
            return Quantity.parse(text).orElseThrow();
        } catch (IllegalArgumentException _) {
            throw new Unfit("too-long");
        }
    }

    private static Integer whole(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException _) {
            throw new Unfit("not-whole");
        }
    }

    private static LocalizedText localized(LocalizedText proposed, Map<Language, String> texts) {
        return new LocalizedText(
                either(texts.get(Language.RU), proposed.ru()),
                either(texts.get(Language.KK), proposed.kk()),
                either(texts.get(Language.EN), proposed.en()));
    }

    private static String either(@Nullable String text, String proposed) {
        return text == null || text.isBlank() ? proposed : text.strip();
    }

    private static Suggestion checked(Change.Edit edit, Object value, String text, PlanSnapshot plan) {
        if (value.equals(edit.value())) {
            return refused("same", text);
        }
        var now =
                plan.find(edit.ref()).flatMap(item -> item.value(edit.field())).orElse(null);
        if (plan.find(edit.ref()).isEmpty() || value.equals(now)) {
            return new Suggestion(value, null);
        }
        var change = new Change.Edit(edit.ref(), edit.field(), now, value);
        return PlanRules.check(plan.apply(List.of(change)).items(), List.of(change)).stream()
                .filter(violation -> edit.field().equals(violation.field()))
                .findFirst()
                .map(violation -> new Suggestion(
                        null, t("request.suggest.rule", shortened(text), t("plan.rule." + violation.rule()))))
                .orElse(new Suggestion(value, null));
    }

    private static Suggestion refused(String fault, String text) {
        return new Suggestion(null, t("request.suggest." + fault, shortened(text)));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
