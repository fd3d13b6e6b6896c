package kz.zhospar.notification.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.ListItem;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.notification.ReceivedNotice;

/** One notice in the list: what happened, when, and whether it is new to the reader. */
class NoticeRow extends ListItem {

    NoticeRow(ReceivedNotice notice, NotificationService notifications) {
        addClassName("z-notice");
        var link = Ui.link(notice.link(), notice.text(Texts.language()));
        // Beside the link's own doing, so that it also opens in a new tab and by the keyboard.
        link.getElement().addEventListener("click", _ -> notifications.read(notice.id()));
        add(link, Ui.span("z-small z-soft z-number", Ui.formats().moment(notice.at())));
        if (notice.unread()) {
            addClassName("unread");
            add(Ui.span("z-tag accent", t("notification.unread")));
        }
    }
}
