package kz.zhospar.change.ui;

import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import kz.zhospar.jotting.Jottings;

/** Keeps on the server what is typed on the page of a request. */
@SpringComponent
class JottedKeeping implements Keeping {

    private final Jottings jottings;

    JottedKeeping(Jottings jottings) {
        this.jottings = jottings;
    }

    @Override
    public Optional<String> find(String key) {
        return jottings.find(key);
    }

    @Override
    public void keep(String key, String text) {
        jottings.keep(key, text);
    }

    @Override
    public void drop(String key) {
        jottings.drop(key);
    }
}
