package kz.zhospar.notification.internal;

import java.util.TreeSet;
import kz.zhospar.notification.Mailing;
import kz.zhospar.notification.Notice;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * The first step after a commit: gives each recipient a row of his own and puts down the letters that are wanted at once.
 *
 * <p>A row tells by its id that its notice has come before, so a second delivery of the same notice does nothing.
 */
@Component
class Delivery {

    private final Notifications notifications;
    private final NotificationStore store;
    private final PreferenceStore preferences;
    private final Letterbox letterbox;
    private final MailRoute route;

    Delivery(
            Notifications notifications,
            NotificationStore store,
            PreferenceStore preferences,
            Letterbox letterbox,
            MailRoute route) {
        this.notifications = notifications;
        this.store = store;
        this.preferences = preferences;
        this.letterbox = letterbox;
        this.route = route;
    }

    @ApplicationModuleListener(id = "notification.delivery")
    void deliver(Notice notice) {
        // In one order everywhere, so that two deliveries wait for each other instead of locking each other out.
        for (var account : new TreeSet<>(notice.recipients())) {
            if (!notifications.existsById(Notification.id(notice, account))) {
                deliver(notice, account);
            }
        }
    }

    private void deliver(Notice notice, String account) {
        var mailing = mailing(notice, account);
        var notification = notifications.save(new Notification(notice, account, mailing));
        if (mailing == Mailing.AT_ONCE) {
            letterbox.put(notification, account);
        }
        store.signal(account);
    }

    // Nothing is kept for a time when mail may be switched on: old news would come all at once.
    private Mailing mailing(Notice notice, String account) {
        return route.address(account).isEmpty()
                ? Mailing.NONE
                : preferences.of(account).mailing(notice.kind());
    }
}
