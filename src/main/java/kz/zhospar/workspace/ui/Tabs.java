package kz.zhospar.workspace.ui;

import com.vaadin.flow.component.html.Nav;
import kz.zhospar.common.ui.Ui;

/** Links to the parts of one page; the part that is shown is marked. */
final class Tabs extends Nav {
    Tabs(String label) {
        addClassName("ws-tabs");
        Ui.describe(this, label);
    }

    void add(String address, String text, String count, boolean shown) {
        var link = Ui.link(address, text);
        if (!count.isEmpty()) {
            link.add(Ui.span("ws-count", count));
        }
        if (shown) {
            link.getElement().setAttribute("aria-current", "true");
        }
        add(link);
    }
}
