package kz.zhospar.notification.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Radio buttons of which one is chosen, wherever they stand. */
final class RadioGroup<T> {

    private final String name;
    private final Consumer<T> chosen;
    private final List<Radio> radios = new ArrayList<>();

    RadioGroup(String name, Consumer<T> chosen) {
        this.name = name;
        this.chosen = chosen;
    }

    Radio radio(T value, boolean checked, String label) {
        var radio = new Radio(name, checked, label);
        radio.addValueChangeListener(change -> {
            if (change.getValue()) {
                // The browser clears the others by itself and says nothing of it.
                radios.stream().filter(other -> other != radio).forEach(other -> other.setValue(false));
                chosen.accept(value);
            }
        });
        radios.add(radio);
        return radio;
    }
}
