package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.ParentLayout;
import kz.zhospar.common.ui.Ui;

/** What stands in place of a screen that cannot be shown: what happened, what one can do, and a way back. */
@ParentLayout(MainLayout.class)
abstract class ErrorPart extends Div implements HasDynamicTitle {

    private String title = "";

    ErrorPart() {
        addClassNames("z-card", "z-error");
    }

    void say(String title, String explanation) {
        this.title = title;
        removeAll();
        var home = Ui.link("", t("shell.error.home"));
        home.addClassName("z-button");
        add(new H1(title), new Paragraph(explanation), home);
    }

    /** The same for what does not exist and for what is somebody else's. */
    void sayNotFound() {
        say(t("shell.error.not-found"), t("shell.error.not-found.why"));
    }

    @Override
    public String getPageTitle() {
        return t("shell.error.page-title", title);
    }
}
