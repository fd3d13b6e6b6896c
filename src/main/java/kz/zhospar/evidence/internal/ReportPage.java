package kz.zhospar.evidence.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import kz.zhospar.evidence.EvidenceSubject;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ChangeWording;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.seal.SealRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The report of a pack as a page: what changed, on whose request, who decided, and what proves it. */
final class ReportPage {

    /** A first load states thousands of values; the report says how many, the rows are in the pack. */
    private static final int MOST_CHANGES = 500;

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 15mm 20mm 15mm;
              @bottom-left { content: element(foot); }
              @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt Report; color: #51616a; } }
            body { font: 9.5pt Report; color: #16242b; line-height: 1.35; }
            h1 { font-size: 16pt; margin: 0 0 2mm; } h2 { font-size: 12pt; margin: 6mm 0 2mm; }
            h3 { font-size: 10pt; margin: 4mm 0 1mm; }
            p { margin: 0 0 1.5mm; white-space: pre-wrap; } .soft { color: #51616a; } .hash { font-size: 7.5pt; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate; }
            th, td { border: 0.3pt solid #9fb0b8; padding: 1.2mm 1.6mm; text-align: left; vertical-align: top;
              word-wrap: break-word; }
            th { background: #e8f2f4; font-weight: 700; } tr { page-break-inside: avoid; }
            del { color: #9f1d20; } #foot { position: running(foot); font-size: 8pt; color: #51616a; }
            """;

    private final Dossier dossier;
    private final Language language;
    private final Formats formats;
    private final ChangeWording words;

    ReportPage(Dossier dossier, Language language) {
        this.dossier = dossier;
        this.language = language;
        this.formats = new Formats(language);
        var changes = dossier.entries().stream()
                .flatMap(entry -> entry.changes().stream())
                .toList();
        this.words = new ChangeWording(language, dossier.plan(), changes);
    }

    String html() {
        return "<html><head><title>%s</title><style>%s</style></head><body>%s</body></html>"
                .formatted(t("evidence.report.title"), STYLE, body());
    }

    private String body() {
        return element("div id=\"foot\"", escape(subject()))
                + element("h1", t("evidence.report.title"))
                + paragraph(subject())
                + element(
                        "p class=\"soft\"",
                        t(
                                "evidence.report.made",
                                formats.moment(dossier.at()),
                                escape(dossier.maker().name())))
                + changes()
                + dossier.requests().stream().map(this::request).collect(Collectors.joining())
                + proofs();
    }

    private String subject() {
        return switch (dossier.subject()) {
            case EvidenceSubject.OfRequest of -> t("evidence.subject.request", String.valueOf(of.number()));
            case EvidenceSubject.OfValue of -> t("evidence.subject.value", place(of.ref(), of.field()));
            case EvidenceSubject.OfPeriod of ->
                t("evidence.subject.period", formats.day(of.from()), formats.day(of.to()));
        };
    }

    private String place(ItemRef ref, @Nullable Field field) {
        return field == null ? words.name(ref) : words.name(ref) + ": " + words.field(field);
    }

    private String changes() {
        var rows = dossier.entries().stream().map(this::changes).collect(Collectors.joining());
        return rows.isEmpty()
                ? element("h2", t("evidence.report.changes")) + element("p", t("evidence.report.no-changes"))
                : element("h2", t("evidence.report.changes"))
                        + table("revision 20", "place 32", "before 24", "after 24")
                        + rows
                        + "</tbody></table>";
    }

    private String changes(HistoryEntry entry) {
        var revision = entry.revision();
        var when = "№ " + revision.number() + "<br/>" + formats.moment(revision.at());
        if (revision.kind() == RevisionKind.LOAD && entry.changes().size() > MOST_CHANGES) {
            return row(
                    when,
                    t("evidence.report.loaded", formats.number(entry.changes().size())),
                    "",
                    "");
        }
        return entry.changes().stream().map(change -> change(when, change)).collect(Collectors.joining());
    }

    private String change(String when, Change change) {
        var field = change.fieldOrNull();
        var place = escape(place(change.ref(), field));
        return switch (change) {
            case Change.Add add -> row(when, place, "", escape(words.title(add.ref())));
            case Change.Remove remove -> row(when, place, del(words.title(remove.ref())), "");
            case Change.Edit edit ->
                row(
                        when,
                        place,
                        del(words.value(edit.field(), edit.base())),
                        escape(words.value(edit.field(), edit.value())));
        };
    }

    private static String del(String text) {
        return text.isEmpty() ? "" : element("del", escape(text));
    }

    private String request(RequestDetails request) {
        var summary = request.summary();
        return element("h2", t("evidence.report.request", String.valueOf(request.number()), escape(summary.title())))
                + element("p", t("change.state." + request.state()))
                + fact("evidence.report.author", person(summary.author(), null, summary.body()))
                + fact("evidence.report.justification", request.justification())
                + basis(request)
                + decisions(request.decisions())
                + viewings(request.viewings());
    }

    private String basis(RequestDetails request) {
        var file = request.basisFile();
        return fact("evidence.report.basis", request.basis().in(language))
                + (file == null
                        ? ""
                        : fact("evidence.report.file", file.name())
                                + element("p class=\"hash soft\"", "SHA-256 " + file.sha256()));
    }

    private String decisions(List<DecisionRecord> decisions) {
        return decisions.isEmpty()
                ? ""
                : element("h3", t("evidence.report.decisions"))
                        + table("step 17", "who 27", "when 20", "verdict 36")
                        + decisions.stream().map(this::decision).collect(Collectors.joining())
                        + "</tbody></table>";
    }

    private String decision(DecisionRecord decision) {
        var principal = decision.principal();
        var who = person(decision.person(), decision.position(), decision.body());
        if (principal != null) {
            who += " " + t("evidence.report.for", person(principal.name(), principal.position(), principal.body()));
        }
        return row(
                t("change.step." + decision.step()),
                escape(who),
                formats.moment(decision.at()),
                t("change.verdict." + decision.verdict())
                        + (decision.reason().isBlank() ? "" : "<br/>" + escape(decision.reason()))
                        + "<br/>"
                        + element("span class=\"hash soft\"", decision.contentHash()));
    }

    private String viewings(List<RequestDetails.Viewing> viewings) {
        return viewings.isEmpty()
                ? ""
                : element("h3", t("evidence.report.viewings"))
                        + table("who 44", "when 20", "content 36")
                        + viewings.stream()
                                .map(viewing -> row(
                                        escape(person(viewing.person(), viewing.position(), viewing.body())),
                                        formats.moment(viewing.at()),
                                        element("span class=\"hash soft\"", viewing.contentHash())))
                                .collect(Collectors.joining())
                        + "</tbody></table>";
    }

    private String person(String name, @Nullable String position, @Nullable String body) {
        return Stream.of(
                        name,
                        position == null ? "" : t("role." + position),
                        body == null ? "" : dossier.plan().tree().bodyLabel(body, language))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String proofs() {
        var seals = new TreeMap<Long, SealRecord>();
        dossier.proofs().forEach(proof -> seals.put(proof.seal().number(), proof.seal()));
        return element("h2", t("evidence.report.proofs"))
                + element(
                        "p",
                        t(
                                "evidence.report.rows",
                                formats.number(dossier.proofs().size()),
                                formats.number(seals.size())))
                + element("p", t("evidence.report.how"))
                + table("seal 12", "sealed 20", "hash 68")
                + seals.values().stream().map(this::seal).collect(Collectors.joining())
                + "</tbody></table>"
                + dossier.head().map(this::head).orElse("");
    }

    private String seal(SealRecord seal) {
        return row(
                "№ " + seal.number(),
                moment(seal.sealedAt()),
                element("span class=\"hash\"", seal.hash())
                        + "<br/>"
                        + element(
                                "span class=\"hash soft\"",
                                t("evidence.report.key", Objects.requireNonNullElse(seal.keyId(), "–"))));
    }

    private String head(SealRecord head) {
        return element(
                "p class=\"hash soft\"",
                t("evidence.report.head", String.valueOf(head.number()), moment(head.sealedAt()), head.hash()));
    }

    private String moment(Instant instant) {
        return formats.moment(instant);
    }

    private String fact(String key, String text) {
        return text.isBlank() ? "" : element("h3", t(key)) + paragraph(text);
    }

    /** The head of a table: keys of its columns with their widths in per cent. */
    private String table(String... columns) {
        var cells = Stream.of(columns)
                .map(column -> column.split(" "))
                .map(column ->
                        "<th style=\"width: %s%%\">%s</th>".formatted(column[1], t("evidence.column." + column[0])))
                .collect(Collectors.joining());
        return "<table><thead><tr>" + cells + "</tr></thead><tbody>";
    }

    private static String row(String... cells) {
        return element("tr", Stream.of(cells).map(cell -> element("td", cell)).collect(Collectors.joining()));
    }

    private static String paragraph(String text) {
        return element("p", escape(text));
    }

    private static String element(String opening, String content) {
        var name = opening.contains(" ") ? opening.substring(0, opening.indexOf(' ')) : opening;
        return "<" + opening + ">" + content + "</" + name + ">";
    }

    private String t(String key, Object... arguments) {
        return Messages.in(language, key, arguments);
    }

    /** XML forbids most control characters outright. */
    private static String escape(String text) {
        var allowed = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        return HtmlUtils.htmlEscape(allowed, "UTF-8");
    }
}
