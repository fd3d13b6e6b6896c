package kz.zhospar.evidence.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.Formats;
import kz.zhospar.evidence.EvidenceRefusal;
import kz.zhospar.evidence.EvidenceRefusal.Reason;
import kz.zhospar.evidence.EvidenceSubject;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.plan.PlanService;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.seal.InclusionProof;
import kz.zhospar.seal.SealService;
import org.springframework.stereotype.Component;

/** Gathers what is recorded about a subject, as far as the person may read it. */
@Component
public class Collector {

    /** More changes of the plan than these are no longer read by anybody in one piece. */
    private static final int MOST_CHANGES = 200;

    private static final int MOST_REVISIONS = 100_000;

    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    /** What drafts leave behind of interest: the content as it was submitted, and the file of the basis document. */
    private static final Set<String> SUBMITTED = Set.of("submission_aud", "basis_file_aud");

    private final HistoryService history;
    private final RequestService requests;
    private final PlanService plans;
    private final SealService seals;
    private final CurrentPerson person;
    private final Clock clock;

    Collector(
            HistoryService history,
            RequestService requests,
            PlanService plans,
            SealService seals,
            CurrentPerson person,
            Clock clock) {
        this.history = history;
        this.requests = requests;
        this.plans = plans;
        this.seals = seals;
        this.person = person;
        this.clock = clock;
    }

    public Dossier collect(EvidenceSubject subject) {
        try {
            return switch (subject) {
                case EvidenceSubject.OfRequest of -> ofRequest(of);
                case EvidenceSubject.OfValue of -> ofValue(of);
                case EvidenceSubject.OfPeriod of -> ofPeriod(of);
            };
        } catch (Refusal _) {
            throw new EvidenceRefusal(Reason.NOTHING);
        }
    }

    private Dossier ofRequest(EvidenceSubject.OfRequest of) {
        var request = requests.find(of.number());
        var revisions = revisionsOf(List.of(of.number()));
        var applied = revisions.values().stream()
                .filter(revision -> revision.kind() == RevisionKind.APPLY)
                .map(revision -> history.revision(revision.number()))
                .toList();
        return dossier(of, applied, List.of(request), revisions, _ -> false);
    }

    private Dossier ofValue(EvidenceSubject.OfValue of) {
        var entries = of.field() == null ? history.of(of.ref()) : history.of(of.ref(), of.field());
        var id = of.ref().id().toString();
        return ofEntries(of, entries.reversed(), form -> form.contains("\t" + id + "\n"));
    }

    private Dossier ofPeriod(EvidenceSubject.OfPeriod of) {
        var entries = revisionsIn(of).reversed().stream()
                .map(revision -> history.revision(revision.number()))
                .toList();
        return ofEntries(of, entries, _ -> false);
    }

    /**
     * The revisions that changed the plan in a period, the newest first.
     *
     * @throws EvidenceRefusal when there are none, or too many for one pack, or the days are the wrong way round
     */
    public List<RevisionRecord> revisionsIn(EvidenceSubject.OfPeriod of) {
        if (of.to().isBefore(of.from())
                || of.from().isBefore(FIRST_DAY)
                || of.to().isAfter(LAST_DAY)) {
            throw new EvidenceRefusal(Reason.DAYS);
        }
        var filter = new RevisionFilter(
                null,
                Set.of(RevisionKind.LOAD, RevisionKind.APPLY),
                null,
                null,
                null,
                Formats.startOf(of.from()),
                Formats.startOf(of.to().plusDays(1)),
                null,
                null);
        var found = history.log(filter, MOST_CHANGES + 1);
        if (found.size() > MOST_CHANGES) {
            throw new EvidenceRefusal(Reason.TOO_MUCH);
        }
        return someOf(found);
    }

    private static <T> List<T> someOf(List<T> found) {
        if (found.isEmpty()) {
            throw new EvidenceRefusal(Reason.NOTHING);
        }
        return found;
    }

    /** @param ofLoad which rows of a first load belong to the subject: it stated thousands of others at once */
    private Dossier ofEntries(EvidenceSubject subject, List<HistoryEntry> entries, Predicate<String> ofLoad) {
        var numbers = someOf(entries).stream()
                .map(entry -> entry.revision().request())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        var revisions = revisionsOf(numbers);
        entries.forEach(entry -> revisions.put(entry.revision().number(), entry.revision()));
        return dossier(subject, entries, numbers.stream().map(requests::find).toList(), revisions, ofLoad);
    }

    private TreeMap<Long, RevisionRecord> revisionsOf(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? new TreeMap<>()
                : history.log(RevisionFilter.NONE.ofRequests(numbers), MOST_REVISIONS).stream()
                        .collect(Collectors.toMap(
                                RevisionRecord::number, Function.identity(), (one, _) -> one, TreeMap::new));
    }

    private Dossier dossier(
            EvidenceSubject subject,
            List<HistoryEntry> entries,
            List<RequestDetails> behind,
            Map<Long, RevisionRecord> revisions,
            Predicate<String> ofLoad) {
        var proofs = proofs(revisions, ofLoad);
        var proved = proofs.stream().map(Collector::revision).collect(Collectors.toCollection(TreeSet::new));
        return new Dossier(
                subject,
                person.require(),
                clock.instant(),
                plans.current(),
                entries,
                behind,
                revisions.values().stream()
                        .filter(revision -> proved.contains(revision.number()))
                        .sorted(Comparator.comparingLong(RevisionRecord::number))
                        .toList(),
                proofs,
                seals.head());
    }

    private List<InclusionProof> proofs(Map<Long, RevisionRecord> revisions, Predicate<String> ofLoad) {
        var proofs = new ArrayList<InclusionProof>();
        proofs.addAll(seals.proofs(numbers(revisions, RevisionKind.LOAD), form -> isOwn(form) || ofLoad.test(form)));
        var drafts = seals.proofs(
                numbers(revisions, RevisionKind.DRAFT), form -> isOwn(form) || SUBMITTED.contains(table(form)));
        var submitted = drafts.stream()
                .filter(proof -> !isOwn(proof.form()))
                .map(Collector::revision)
                .collect(Collectors.toSet());
        drafts.stream().filter(proof -> submitted.contains(revision(proof))).forEach(proofs::add);
        proofs.addAll(seals.proofs(
                revisions.values().stream()
                        .filter(revision ->
                                revision.kind() != RevisionKind.LOAD && revision.kind() != RevisionKind.DRAFT)
                        .map(RevisionRecord::number)
                        .toList(),
                _ -> true));
        return proofs;
    }

    private static List<Long> numbers(Map<Long, RevisionRecord> revisions, RevisionKind kind) {
        return revisions.values().stream()
                .filter(revision -> revision.kind() == kind)
                .map(RevisionRecord::number)
                .toList();
    }

    /** Whether a row is the revision itself. */
    private static boolean isOwn(String form) {
        return table(form).equals("revision");
    }

    private static String table(String form) {
        return form.substring(0, form.indexOf('\n'));
    }

    private static long revision(InclusionProof proof) {
        var column = isOwn(proof.form()) ? "\nnumber\t" : "\nrev\t";
        var start = proof.form().indexOf(column) + column.length();
        return Long.parseLong(proof.form().substring(start, proof.form().indexOf('\n', start)));
    }
}
