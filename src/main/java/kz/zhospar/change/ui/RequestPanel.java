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

    /** The page shows the request anew. Parts made before stay on it, with what is being typed in them. */
    default void renew(RequestDetails details) {}
}
