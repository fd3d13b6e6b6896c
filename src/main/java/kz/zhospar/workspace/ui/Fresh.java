package kz.zhospar.workspace.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import java.util.function.Supplier;

/** A place on a page for something that is made from the plan as it is now, and replaced only when it looks different. */
final class Fresh extends Div implements Renewable {

    private final Supplier<? extends Component> source;
    private Component shown;

    Fresh(Supplier<? extends Component> source) {
        this.source = source;
        this.shown = source.get();
        add(shown);
    }

    @Override
    public boolean renew() {
        var next = source.get();
        if (!next.getElement().getOuterHTML().equals(shown.getElement().getOuterHTML())) {
            replace(shown, next);
            shown = next;
        }
        return true;
    }
}
