package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import kz.zhospar.audit.ComparisonQuery;
import kz.zhospar.audit.ComparisonService;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.Reading;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.ui.FileSize;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.PlanTree;
import kz.zhospar.plan.PlanWords;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;

/** How a revision reads. */
final class RevisionWords {

    private RevisionWords() {}

    static Component kind(RevisionKind kind) {
        var tone = switch (kind) {
            case LOAD, APPLY -> "z-tag good";
            case DECISION -> "z-tag accent";
            case DRAFT, DISCUSSION, ADMINISTRATION, READING, ACCESS -> "z-tag";
        };
        return Ui.span(tone, t("audit.kind." + kind));
    }

    /** The person with position and body of the moment; the system where nobody acted. */
    static String who(PlanTree plan, RevisionRecord revision) {
        return revision.person() == null
                ? t("audit.system")
                : Signatures.of(plan, revision.person(), revision.position(), revision.body());
    }

    /** To what the revision did to the plan. */
    static Anchor comparison(long number) {
        var query = ComparisonQuery.between(ComparisonService.PREVIOUS, String.valueOf(number));
        return Ui.link(CompareView.address(query), t("compare.link.revision"));
    }

    /** Why, in the words of whoever made it; of a reading, what was read. */
    static String reason(PlanSnapshot plan, RevisionRecord revision) {
        return switch (revision.kind()) {
            case READING ->
                Reading.of(revision.reason())
                        .map(reading -> reading(plan, reading))
                        .orElse(revision.reason());
            case ACCESS -> access(revision.reason());
            default -> revision.reason();
        };
    }

    /** {@code REFUSAL RequestService.find(12)}; the screen of access says more. */
    private static String access(String reason) {
        var parts = reason.split(" ", 2);
        var kind = t("access.kind." + parts[0]);
        return parts.length == 1 ? kind : t("access.of", kind, parts[1]);
    }

    private static String reading(PlanSnapshot plan, Reading reading) {
        var object = switch (reading.what()) {
            case HISTORY -> item(plan, reading.object());
            case QUESTION ->
                Question.of(reading.object())
                        .map(question -> t("question." + question))
                        .orElse(reading.object());
            case REVISION, REQUEST, EXPORT, DOCUMENT, EVIDENCE -> reading.object();
        };
        var text = t("audit.reading." + reading.what(), object);
        return reading.size() == null ? text : t("audit.reading.size", text, FileSize.of(reading.size()));
    }

    private static String item(PlanSnapshot plan, String ref) {
        return ObjectKey.parse(ref.replace(' ', ':'))
                .map(found -> item(plan, found))
                .orElse(ref);
    }

    /** Label and title; of what the plan no longer has, what kind of thing it was. */
    static String item(PlanSnapshot plan, ItemRef ref) {
        var words = new PlanWords(Texts.language(), plan);
        return words.name(ref).orElseGet(() -> t("audit.no-longer", words.type(ref.type())));
    }

    /** {@code 19 дней}; each language counts in its own way. */
    static String days(long number) {
        var last = number % 10;
        var teens = number % 100 >= 11 && number % 100 <= 14;
        var form = Texts.language() == Language.EN
                ? number == 1 ? "ONE" : "MANY"
                : teens || last == 0 || last > 4 ? "MANY" : last == 1 ? "ONE" : "FEW";
        return t("audit.days." + form, number);
    }

    /** Whole days from one moment to another, as the city counts them. */
    static long daysBetween(Instant from, Instant until) {
        return ChronoUnit.DAYS.between(
                LocalDate.ofInstant(from, Formats.ZONE), LocalDate.ofInstant(until, Formats.ZONE));
    }

    static String day(Instant instant) {
        return Ui.formats().day(LocalDate.ofInstant(instant, Formats.ZONE));
    }

    static Anchor request(long number) {
        return Ui.link("changes/" + number, t("audit.request", String.valueOf(number)));
    }
}
