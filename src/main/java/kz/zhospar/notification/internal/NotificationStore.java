package kz.zhospar.notification.internal;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import kz.zhospar.live.Signals;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.notification.ReceivedNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What each account was told, in its table. Every change of an account's rows is signalled to its screens. */
@Component
public class NotificationStore {

    private final Notifications notifications;
    private final Signals signals;
    private final Clock clock;

    NotificationStore(Notifications notifications, Signals signals, Clock clock) {
        this.notifications = notifications;
        this.signals = signals;
        this.clock = clock;
    }

    public long unread(String account) {
        return notifications.countByAccountAndReadAtIsNull(account);
    }

    public List<ReceivedNotice> latest(String account, @Nullable UUID before, int limit) {
        var found = before == null
                ? notifications.findByAccountOrderByHappenedAtDescIdDesc(account, Limit.of(limit))
                : notifications.after(account, before, Limit.of(limit));
        return found.stream().map(Notification::received).toList();
    }

    public void read(String account, UUID id) {
        notifications
                .findByIdAndAccount(id, account)
                .filter(notification -> notification.read(clock.instant()))
                .ifPresent(_ -> signal(account));
    }

    public void readAll(String account) {
        var unread = notifications.findByAccountAndReadAtIsNull(account);
        unread.forEach(notification -> notification.read(clock.instant()));
        if (!unread.isEmpty()) {
            signal(account);
        }
    }

    void signal(String account) {
        signals.send(NotificationService.TOPIC, account);
    }
}
