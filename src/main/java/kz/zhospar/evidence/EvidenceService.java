package kz.zhospar.evidence;

import jakarta.annotation.security.RolesAllowed;
import kz.zhospar.audit.Readings;
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
    private final Readings readings;

    EvidenceService(Collector collector, PackWriter writer, SealService seals, Readings readings) {
        this.collector = collector;
        this.writer = writer;
        this.seals = seals;
        this.readings = readings;
    }

    /**
     * Collects what there is about a subject; what was committed until now is sealed first, so that all of it is proved.
     *
     * @throws EvidenceRefusal when there is nothing to prove, or too much at once
     */
    public EvidencePack pack(EvidenceSubject subject, Language language) {
        seals.sealNow();
        return new KeptPack(writer.pack(collector.collect(subject), language), subject, readings);
    }

    /**
     * Looks whether there is something to pack, without packing it.
     *
     * @throws EvidenceRefusal when the plan did not change in the period, or too often for one pack
     */
    public void check(EvidenceSubject.OfPeriod period) {
        collector.revisionsIn(period);
    }
}
