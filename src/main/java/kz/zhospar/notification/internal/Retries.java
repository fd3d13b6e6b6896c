package kz.zhospar.notification.internal;

import java.time.Clock;
import java.util.Objects;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Tries again what failed after a commit, of whichever module, with a pause that grows with every failure.
 *
 * <p>What died with its process counts as failed after a while ({@code spring.modulith.events.staleness}), and is tried
 * at the next start of the application too.
 */
@Component
class Retries {

    private final FailedEventPublications failed;
    private final MailSettings settings;
    private final Clock clock;

    Retries(FailedEventPublications failed, MailSettings settings, Clock clock) {
        this.failed = failed;
        this.settings = settings;
        this.clock = clock;
    }

    void resubmit() {
        // The registry cuts the batch before it filters: a small one would fill up with those that still pause.
        failed.resubmit(
                ResubmissionOptions.defaults().withBatchSize(Integer.MAX_VALUE).withFilter(this::isDue));
    }

    private boolean isDue(EventPublication publication) {
        var last = Objects.requireNonNullElse(publication.getLastResubmissionDate(), publication.getPublicationDate());
        return !clock.instant().isBefore(last.plus(settings.pause(publication.getCompletionAttempts())));
    }
}
