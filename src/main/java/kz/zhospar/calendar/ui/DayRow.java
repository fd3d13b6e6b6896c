package kz.zhospar.calendar.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import java.util.function.Consumer;
import kz.zhospar.calendar.DeclaredDay;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;

/** One declared day: when, what, by which name, on whose word. */
class DayRow extends ListItem {

    DayRow(DeclaredDay day, Consumer<DeclaredDay> change, Consumer<DeclaredDay> remove) {
        addClassName("z-calendar-day");
        add(
                Ui.div(
                        "z-calendar-when",
                        Ui.span("z-calendar-date", DayWords.day(day.day())),
                        Ui.span("z-soft z-small", DayWords.weekday(day.day()))),
                Ui.div(
                        "z-calendar-what",
                        Ui.span("z-calendar-name", day.name().in(Texts.language())),
                        Ui.span("z-soft z-small", day.source())),
                DayWords.tag(day.kind()),
                Ui.div(
                        "z-calendar-tools",
                        button("calendar.change.short", "calendar.change.of", day, change),
                        button("calendar.remove", "calendar.remove.of", day, remove)));
    }

    private static Button button(String text, String description, DeclaredDay day, Consumer<DeclaredDay> work) {
        var button = new Button(t(text), _ -> work.accept(day));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(t(description, DayWords.day(day.day())));
        return button;
    }
}
