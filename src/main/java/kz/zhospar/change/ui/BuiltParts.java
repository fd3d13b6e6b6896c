package kz.zhospar.change.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What each part of a page was built from: it is built anew only from something else, so that nothing opened closes. */
final class BuiltParts {

    private final Map<HasComponents, Object> keys = new IdentityHashMap<>();

    void fill(HasComponents part, Object key, Supplier<Stream<? extends Component>> content) {
        if (!key.equals(keys.put(part, key))) {
            part.removeAll();
            content.get().forEach(part::add);
        }
    }

    /** Builds all of them anew the next time. */
    void forget() {
        keys.clear();
    }
}
