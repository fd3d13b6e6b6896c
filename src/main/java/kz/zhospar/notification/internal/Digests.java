package kz.zhospar.notification.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import kz.zhospar.calendar.WorkingDays;
import kz.zhospar.common.Formats;
import kz.zhospar.notification.Mailing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts down the digests of a working day, once its hour has come: everything from before that hour that no letter has
 * told yet. Doing it again the same day does nothing more, so it may be tried as often as one likes.
 */
@Component
class Digests {

    private final Notifications notifications;
    private final Letterbox letterbox;
    private final WorkingDays days;
    private final MailSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Digests(
            Notifications notifications,
            Letterbox letterbox,
            WorkingDays days,
            MailSettings settings,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.notifications = notifications;
        this.letterbox = letterbox;
        this.days = days;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void putDown() {
        var now = clock.instant();
        var today = now.atZone(Formats.ZONE).toLocalDate();
        var hour = today.atTime(settings.digestAt()).atZone(Formats.ZONE).toInstant();
        if (days.isWorking(today) && !now.isBefore(hour)) {
            notifications.accountsUnmailed(Mailing.DIGEST, hour).forEach(account -> putDown(account, today, hour));
        }
    }

    private void putDown(String account, LocalDate day, Instant until) {
        transaction.executeWithoutResult(_ -> letterbox.putDigest(
                account,
                day,
                notifications.findByAccountAndMailingAndLetterIdIsNullAndHappenedAtBefore(
                        account, Mailing.DIGEST, until)));
    }
}
