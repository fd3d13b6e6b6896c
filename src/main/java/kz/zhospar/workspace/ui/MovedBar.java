package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import kz.zhospar.common.ui.Ui;

/** Says quietly that there is something newer than what is on the page, where showing it would cost what is typed. */
class MovedBar extends Div {

    private final Span what = new Span();
    private final Div bar = Ui.div("live-moved");

    MovedBar() {
        addClassName("live-moved-place");
        getElement().setAttribute("role", "status");
        var show =
                new NativeButton(t("live.moved.show"), click -> UI.getCurrent().refreshCurrentRoute(false));
        show.addClassName("ws-tool");
        bar.add(what, show);
    }

    void tell(String text) {
        what.setText(text);
        add(bar);
    }

    void dismiss() {
        removeAll();
    }
}
