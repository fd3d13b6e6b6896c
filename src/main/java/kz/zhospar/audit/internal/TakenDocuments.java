package kz.zhospar.audit.internal;

import kz.zhospar.audit.Reading;
import kz.zhospar.audit.Readings;
import kz.zhospar.change.BasisFileTaken;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps who takes basis documents along, before he has them. */
@Component
class TakenDocuments {

    private final Readings readings;

    TakenDocuments(Readings readings) {
        this.readings = readings;
    }

    @EventListener
    void on(BasisFileTaken taken) {
        readings.taken(Reading.file(Reading.What.DOCUMENT, taken.name(), taken.number(), taken.size()));
    }
}
