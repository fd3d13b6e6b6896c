package kz.zhospar.common.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;

/** Texts in the language of the current screen; import {@link #t} statically. */
public final class Texts {
    private Texts() {}

    public static String t(String key, Object... arguments) {
        return Messages.in(language(), key, arguments);
    }

    /** The reader's language; Russian where there is no screen. */
    public static Language language() {
        var ui = UI.getCurrent();
        if (ui != null) {
            return Language.of(ui.getLocale());
        }
        var session = VaadinSession.getCurrent();
        return session == null ? Language.RU : Language.of(session.getLocale());
    }
}
