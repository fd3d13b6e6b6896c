package kz.zhospar.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The server's side of the screen that was opened last. */
class OpenedScreens implements VaadinServiceInitListener {

    private transient volatile @Nullable UI last;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> last = init.getUI());
    }

    UI last() {
        return Objects.requireNonNull(last);
    }
}
