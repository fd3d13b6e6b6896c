package kz.zhospar.audit.internal;

import kz.zhospar.audit.Reading;
import kz.zhospar.audit.Readings;
import kz.zhospar.change.RequestOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps which requests auditors open. */
@Component
class OpenedRequests {

    private final Readings readings;

    OpenedRequests(Readings readings) {
        this.readings = readings;
    }

    /** After the commit, because the opening itself may have been kept with the content that was seen. */
    @EventListener
    void on(RequestOpened opened) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                readings.note(Reading.request(opened.number()));
            }
        });
    }
}
