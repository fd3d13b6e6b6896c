package kz.zhospar.evidence.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.zhospar.audit.HistoryEntry;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.evidence.EvidenceSubject;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.seal.InclusionProof;
import kz.zhospar.seal.SealRecord;

/**
 * What a pack is made of.
 *
 * @param entries the revisions that changed the plan, the earliest first
 * @param requests the requests behind them, by number
 * @param revisions everything that was recorded about these, by number
 * @param proofs of the rows of these revisions
 */
public record Dossier(
        EvidenceSubject subject,
        Person maker,
        Instant at,
        PlanSnapshot plan,
        List<HistoryEntry> entries,
        List<RequestDetails> requests,
        List<RevisionRecord> revisions,
        List<InclusionProof> proofs,
        Optional<SealRecord> head) {}
