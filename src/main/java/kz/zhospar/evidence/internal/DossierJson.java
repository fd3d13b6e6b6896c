package kz.zhospar.evidence.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.evidence.EvidenceSubject;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ValueJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A dossier for other programs. Instants are UTC; values are as the record keeps them. */
final class DossierJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DossierJson() {}

    static byte[] print(Dossier dossier) {
        return JSON.writeValueAsBytes(row(
                "format",
                "zhospar-evidence 1",
                "subject",
                subject(dossier.subject()),
                "madeAt",
                dossier.at().toString(),
                "madeBy",
                dossier.maker().name(),
                "changes",
                dossier.entries().stream().map(DossierJson::entry).toList(),
                "requests",
                dossier.requests().stream().map(DossierJson::request).toList(),
                "revisions",
                dossier.revisions(),
                "head",
                dossier.head().orElse(null)));
    }

    /** A JSON object with its members in this order; what is not known is left out. */
    private static Map<String, Object> row(@Nullable Object... namesAndValues) {
        var row = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            var value = namesAndValues[i + 1];
            if (value != null) {
                row.put(String.valueOf(namesAndValues[i]), value);
            }
        }
        return row;
    }

    private static Map<String, Object> subject(EvidenceSubject subject) {
        return switch (subject) {
            case EvidenceSubject.OfRequest of -> row("request", of.number());
            case EvidenceSubject.OfValue of -> place(of.ref(), of.field());
            case EvidenceSubject.OfPeriod of ->
                row("from", of.from().toString(), "to", of.to().toString());
        };
    }

    private static Map<String, Object> place(ItemRef ref, @Nullable Field field) {
        return row(
                "item",
                ref.type() + ":" + ref.id(),
                "attribute",
                field == null ? null : field.attribute().name(),
                "year",
                field == null ? null : field.year());
    }

    private static Map<String, Object> entry(HistoryEntry entry) {
        return row(
                "revision",
                entry.revision().number(),
                "request",
                entry.revision().request(),
                "changes",
                entry.changes().stream().map(DossierJson::change).toList());
    }

    private static Map<String, Object> change(Change change) {
        var row = place(change.ref(), change.fieldOrNull());
        switch (change) {
            case Change.Add add -> row.put("after", ValueJson.print(add.item()));
            case Change.Remove remove -> row.put("before", ValueJson.print(remove.base()));
            case Change.Edit edit -> {
                row.put("before", ValueJson.print(edit.base()));
                row.put("after", ValueJson.print(edit.value()));
            }
        }
        return row;
    }

    private static Map<String, Object> request(RequestDetails request) {
        var file = request.basisFile();
        return row(
                "number",
                request.number(),
                "title",
                request.summary().title(),
                "state",
                request.state().name(),
                "author",
                request.summary().author(),
                "body",
                request.summary().body(),
                "justification",
                request.justification(),
                "round",
                request.round(),
                "contentHash",
                request.contentHash(),
                "basis",
                row(
                        "name",
                        request.basis().name(),
                        "number",
                        request.basis().number(),
                        "date",
                        request.basis().date() == null
                                ? null
                                : request.basis().date().toString(),
                        "sha256",
                        file == null ? null : file.sha256()),
                "decisions",
                request.decisions().stream().map(DossierJson::decision).toList(),
                "viewings",
                List.copyOf(request.viewings()));
    }

    private static Map<String, Object> decision(DecisionRecord decision) {
        return row(
                "at",
                decision.at().toString(),
                "step",
                decision.step().name(),
                "office",
                decision.office(),
                "verdict",
                decision.verdict().name(),
                "reason",
                decision.reason(),
                "person",
                decision.person(),
                "position",
                decision.position(),
                "body",
                decision.body(),
                "standsInFor",
                decision.principal(),
                "round",
                decision.round(),
                "contentHash",
                decision.contentHash());
    }
}
