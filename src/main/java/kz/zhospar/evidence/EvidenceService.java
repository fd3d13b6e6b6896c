package kz.zhospar.evidence;

import jakarta.annotation.security.RolesAllowed;
import kz.zhospar.common.Language;
import kz.zhospar.evidence.internal.Collector;
import kz.zhospar.evidence.internal.PackWriter;
import kz.zhospar.identity.Roles;
import kz.zhospar.seal.SealService;
import org.springframework.stereotype.Service;

/**
 * Packs of evidence for auditors: before and after, people and positions, reasons and documents, with the proof of each
 * row, a report to read, and a program that checks the pack with nothing but a JDK.
 */
@Service
@RolesAllowed(Roles.AUDITOR)
public class EvidenceService {

    private final Collector collector;
    private final PackWriter writer;
    private final SealService seals;

    EvidenceService(Collector collector, PackWriter writer, SealService seals) {
        this.collector = collector;
        this.writer = writer;
        this.seals = seals;
    }

    /**
     * Collects what there is about a subject; what was committed until now is sealed first, so that all of it is proved.
     *
     * @throws EvidenceRefusal when there is nothing to prove, or too much at once
     */
    public EvidencePack pack(EvidenceSubject subject, Language language) {
        seals.sealNow();
        return writer.pack(collector.collect(subject), language);
    }
}
