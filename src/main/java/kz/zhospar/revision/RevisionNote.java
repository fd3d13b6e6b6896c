package kz.zhospar.revision;

import java.util.Optional;
import kz.zhospar.common.LogContext;
import kz.zhospar.common.PlainText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the running transaction will be recorded as.
 *
 * @param request number of the change request that the revision serves, if any
 * @param reason why, in the words of the person or of the document
 */
public record RevisionNote(RevisionKind kind, @Nullable Long request, String reason) {

    public RevisionNote {
        reason = PlainText.storable(reason);
    }

    /**
     * Describes the running transaction; a later description replaces an earlier one.
     *
     * @throws IllegalStateException outside a transaction
     */
    public static void describe(RevisionKind kind, @Nullable Long request, String reason) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            throw new IllegalStateException("A revision is described inside its transaction");
        }
        if (TransactionSynchronizationManager.getResource(RevisionNote.class) == null) {
            TransactionSynchronizationManager.registerSynchronization(new Forget());
        } else {
            TransactionSynchronizationManager.unbindResource(RevisionNote.class);
        }
        TransactionSynchronizationManager.bindResource(RevisionNote.class, new RevisionNote(kind, request, reason));
        LogContext.serve(request);
    }

    static Optional<RevisionNote> current() {
        return Optional.ofNullable((RevisionNote) TransactionSynchronizationManager.getResource(RevisionNote.class));
    }

    /** Keeps the revision that has been made of the description for as long as its transaction lasts. */
    static void keep(Revision written) {
        TransactionSynchronizationManager.bindResource(Revision.class, written);
    }

    static Optional<Revision> written() {
        return Optional.ofNullable((Revision) TransactionSynchronizationManager.getResource(Revision.class));
    }

    private static final Logger LOG = LoggerFactory.getLogger(RevisionNote.class);

    private static final class Forget implements TransactionSynchronization {
        private @Nullable Object suspended;
        private @Nullable Object suspendedRevision;

        @Override
        public void suspend() {
            // An inner transaction is a revision of its own and has to describe itself.
            suspended = TransactionSynchronizationManager.unbindResource(RevisionNote.class);
            suspendedRevision = TransactionSynchronizationManager.unbindResourceIfPossible(Revision.class);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(RevisionNote.class, suspended);
            }
            if (suspendedRevision != null) {
                TransactionSynchronizationManager.bindResource(Revision.class, suspendedRevision);
            }
        }

        @Override
        public void afterCommit() {
            written().ifPresent(revision -> {
                var record = revision.toRecord();
                LOG.atDebug()
                        .addKeyValue("revision", record.number())
                        .log("Revision {} is committed: {}", record.number(), record.kind());
            });
        }

        @Override
        public void afterCompletion(int status) {
            LogContext.transactionEnded();
            TransactionSynchronizationManager.unbindResourceIfPossible(RevisionNote.class);
            TransactionSynchronizationManager.unbindResourceIfPossible(Revision.class);
        }
    }
}
