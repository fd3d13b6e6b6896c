package kz.zhospar.calendar.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import kz.zhospar.calendar.CalendarService;
import kz.zhospar.calendar.DayKind;
import kz.zhospar.calendar.DayStatement;
import kz.zhospar.calendar.InvalidDay;
import kz.zhospar.calendar.InvalidDay.Part;
import kz.zhospar.calendar.InvalidDay.Problem;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Ui;

/** What is stated of a day: when, what, by which name, on whose word. */
class DayDialog extends AskingDialog {

    private final DayField day = new DayField(t("calendar.day"));
    private final RadioButtonGroup<DayKind> kind = new RadioButtonGroup<>(t("calendar.kind"));
    private final TextField ru = new TextField(t("calendar.name.ru"));
    private final TextField kk = new TextField(t("calendar.name.kk"));
    private final TextField en = new TextField(t("calendar.name.en"));
    private final TextArea source = new TextArea(t("calendar.source"));

    /** @param state takes what was entered; throws {@link InvalidDay} when that cannot be taken */
    DayDialog(String title, Consumer<DayStatement> state) {
        super(title);
        day();
        kind();
        texts();
        add(Ui.div("z-calendar-form", day, kind, ru, kk, en, source));
        confirmBy(t("calendar.save"), ButtonVariant.PRIMARY, () -> state.accept(statement()));
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                day.focus();
            }
        });
    }

    private void day() {
        day.setMin(LocalDate.of(CalendarService.FIRST_YEAR, 1, 1));
        day.setMax(LocalDate.of(CalendarService.LAST_YEAR, 12, 31));
        day.setI18n(day.getI18n()
                .setMinErrorMessage(t("calendar.problem." + Problem.DAY_TOO_FAR))
                .setMaxErrorMessage(t("calendar.problem." + Problem.DAY_TOO_FAR)));
        day.setRequiredIndicatorVisible(true);
        // On a phone the picker fills the screen, and the field has the focus from the start.
        day.setAutoOpen(false);
        field(Part.DAY, day);
    }

    private void kind() {
        kind.setItems(DayKind.values());
        kind.setItemLabelGenerator(one -> t("calendar.kind.choice." + one));
        kind.setValue(DayKind.HOLIDAY);
        kind.setRequiredIndicatorVisible(true);
        field(Part.KIND, kind);
    }

    private void texts() {
        List.of(ru, kk, en).forEach(name -> name.setManualValidation(true));
        ru.setRequiredIndicatorVisible(true);
        kk.setHelperText(t("calendar.name.optional"));
        en.setHelperText(t("calendar.name.optional"));
        source.setRequiredIndicatorVisible(true);
        source.setManualValidation(true);
        source.setHelperText(t("calendar.source.help"));
        source.setMinRows(2);
        source.setMaxRows(8);
        field(Part.NAME, ru);
        field(Part.SOURCE, source);
    }

    DayDialog showing(DayStatement statement) {
        day.setValue(statement.day());
        kind.setValue(statement.kind());
        ru.setValue(statement.name().ru());
        kk.setValue(statement.name().kk());
        en.setValue(statement.name().en());
        source.setValue(statement.source());
        return this;
    }

    /** Opens the date picker where the reader was looking. */
    DayDialog around(LocalDate shown) {
        day.setInitialPosition(shown);
        return this;
    }

    private DayStatement statement() {
        return new DayStatement(
                day.getValue(),
                kind.getValue(),
                new LocalizedText(ru.getValue(), kk.getValue(), en.getValue()),
                source.getValue());
    }
}
