package kz.zhospar.notification.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.live.Signals;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.notification.ReceivedNotice;

/** What the reader was told, the newest first; each notice leads to the thing that it tells of. */
@Route("notifications")
@PermitAll
class NotificationsView extends Div implements HasDynamicTitle {

    private static final int PAGE = 30;

    private final NotificationService notifications;
    private final Button readAll = new Button(t("notification.read-all"));
    private final Div results = new Div();

    private final List<ReceivedNotice> shown = new ArrayList<>();
    private boolean more;

    NotificationsView(NotificationService notifications, Signals signals, CurrentPerson person) {
        this.notifications = notifications;
        readAll.addClickListener(_ -> {
            notifications.readAll();
            refresh();
        });
        add(head(), results);
        refresh();
        Listening.whileShown(
                this, signals, NotificationService.TOPIC, person.require().account(), this::refresh);
    }

    private Component head() {
        var lead = new Paragraph(t("notification.list.lead"));
        lead.addClassName("z-lead");
        var settings = Ui.link("settings", t("notification.settings"));
        return Ui.div(
                "z-page-head",
                Ui.div("", new H1(t("notification.list")), lead),
                Ui.div("z-actions z-notice-actions", settings, readAll));
    }

    /** Reads anew as much as was shown, so that what has been unfolded stays so. */
    private void refresh() {
        var size = Math.max(PAGE, shown.size());
        shown.clear();
        take(notifications.latest(null, size + 1), size);
    }

    private void next() {
        take(notifications.latest(shown.getLast().id(), PAGE + 1), PAGE);
    }

    private void take(List<ReceivedNotice> found, int size) {
        more = found.size() > size;
        shown.addAll(more ? found.subList(0, size) : found);
        list();
    }

    private void list() {
        results.removeAll();
        readAll.setEnabled(shown.stream().anyMatch(ReceivedNotice::unread) || more && notifications.unread() > 0);
        if (shown.isEmpty()) {
            results.add(Ui.div("z-card z-empty", Ui.span("", t("notification.list.empty"))));
            return;
        }
        var rows = new UnorderedList();
        rows.addClassNames("z-card", "z-notices");
        shown.forEach(notice -> rows.add(new NoticeRow(notice, notifications)));
        results.add(rows);
        if (more) {
            results.add(new Button(t("notification.list.more"), _ -> next()));
        }
    }

    @Override
    public String getPageTitle() {
        return t("notification.list.page-title");
    }
}
