package kz.zhospar.change.ui;

import java.util.Optional;
import kz.zhospar.jotting.Jottings;

/** Keeps what an approver types among the person's unsent texts. */
record JottedWords(Jottings jottings) implements Keeping {

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
