package kz.zhospar.audit;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.audit.PlanComparison.Group;
import kz.zhospar.audit.PlanComparison.Side;
import kz.zhospar.change.RequestGrounds;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.PlanWords;
import org.jspecify.annotations.Nullable;

/** How a comparison reads in one language beside the changes themselves, on screen and in documents alike. */
public final class ComparisonWords {

    private final Language language;
    private final Formats formats;
    private final PlanComparison comparison;
    private final PlanWords words;

    public ComparisonWords(Language language, PlanComparison comparison) {
        this.language = language;
        this.formats = new Formats(language);
        this.comparison = comparison;
        this.words = comparison.words(language);
    }

    /** {@code Редакция № 57 от 22.11.2026, 14:05:09}; a proposal is named by its request. */
    public String side(Side side) {
        if (comparison.proposal() != null && side == comparison.to()) {
            return text("compare.side.proposal", String.valueOf(comparison.proposal()));
        }
        var moment = formats.exactMoment(side.plan().asOf());
        return side.current()
                ? text("compare.side.current", String.valueOf(side.revision()), moment)
                : text("compare.side", String.valueOf(side.revision()), moment);
    }

    public String direction(Group group) {
        return group.direction() == null ? text("compare.whole-plan") : name(group.direction());
    }

    public String goal(Group group) {
        return group.goal() == null ? "" : name(Objects.requireNonNull(group.goal()));
    }

    private String name(Item item) {
        return words.label(item) + ". " + words.title(item);
    }

    /** The justification, the document that it rests on, and what is to be looked up for more. */
    public String reason(ComparedChange.@Nullable Origin origin) {
        if (origin == null) {
            return "";
        }
        var grounds = origin.grounds();
        return Stream.of(
                        grounds == null ? "" : grounds.justification(),
                        grounds == null ? "" : basis(grounds),
                        origin.request() == null ? "" : text("compare.request", String.valueOf(origin.request())))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private String basis(RequestGrounds grounds) {
        var basis = grounds.basis().in(language);
        return basis.isEmpty() ? "" : text("compare.basis", basis);
    }

    private String text(String key, Object... arguments) {
        return Messages.in(language, key, arguments);
    }
}
