package kz.zhospar.notification.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import java.util.UUID;
import kz.zhospar.common.Outage;
import kz.zhospar.common.ui.Plurals;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.live.Signals;
import kz.zhospar.live.ui.Follow;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.notification.ReceivedNotice;
import org.jspecify.annotations.Nullable;

/** The way to the notices: says how many are unread, follows without a reload, and tells of a new one in passing. */
public class Bell extends Anchor {

    private static final int MOST = 99;

    private final NotificationService notifications;
    private final Span count = Ui.span("z-bell-count", "");

    private @Nullable UUID newest;

    public Bell(NotificationService notifications, Signals signals, String account) {
        super("notifications");
        this.notifications = notifications;
        addClassName("z-bell");
        getElement().setAttribute("router-link", true);
        var icon = Ui.span("z-bell-icon", "");
        for (var part : new Span[] {icon, count}) {
            part.getElement().setAttribute("aria-hidden", "true");
        }
        add(icon, count);
        addAttachListener(_ -> begin());
        Follow.message(this, signals, NotificationService.TOPIC, account, this::follow);
    }

    /** Without the database the screen is shown without a count; the next message brings it. */
    private void begin() {
        try {
            look();
        } catch (RuntimeException e) {
            if (Outage.of(e).isEmpty()) {
                throw e;
            }
            show(0);
        }
    }

    private void look() {
        count();
        newest = notifications.latest(null, 1).stream()
                .map(ReceivedNotice::id)
                .findFirst()
                .orElse(null);
    }

    /** Says what has come since. */
    void follow() {
        count();
        notifications.latest(null, 1).stream()
                .filter(notice -> !notice.id().equals(newest))
                .forEach(this::tell);
    }

    private void tell(ReceivedNotice notice) {
        newest = notice.id();
        if (notice.unread()) {
            Ui.tell(notice.text(Texts.language()));
        }
    }

    private void count() {
        show(notifications.unread());
    }

    private void show(long unread) {
        count.setText(unread > MOST ? MOST + "+" : String.valueOf(unread));
        count.setVisible(unread > 0);
        var words = unread == 0 ? t("notification.bell.none") : t("notification.bell." + Plurals.form(unread), unread);
        Ui.describe(this, words);
        getElement().setAttribute("title", words);
    }
}
