package kz.zhospar.change.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.plan.Change;

/** What another module adds to the page of a request. */
public interface RequestPanel {

    /** A card below the changes. */
    Optional<Component> below(RequestDetails details);

    /** Tools and text under one change. */
    Optional<Component> beside(RequestDetails details, Change change);
}
