package kz.zhospar.audit.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Consumer;
import kz.zhospar.audit.ComparisonQuery;
import kz.zhospar.audit.ComparisonService;
import kz.zhospar.audit.ComparisonService.Starts;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.common.ui.Ui;
import org.jspecify.annotations.Nullable;

/** Which two states to compare: each the end of a day or a revision; left empty, the present and what was before it. */
class ComparisonForm extends Div {

    private final Side from = new Side("compare.form.from", ComparisonService.PREVIOUS, t("compare.form.previous"));
    private final Side to = new Side("compare.form.to", ComparisonService.CURRENT, t("compare.form.current"));
    private final Consumer<ComparisonQuery> asking;

    ComparisonForm(Starts starts, Consumer<ComparisonQuery> asking) {
        this.asking = asking;
        addClassNames("z-card", "z-compare-form");
        getElement().setAttribute("role", "search");
        Ui.describe(this, t("compare.form"));
        var compare = new Button(t("compare.form.compare"), _ -> ask());
        compare.addThemeVariants(ButtonVariant.PRIMARY);
        Shortcuts.addShortcutListener(this, this::ask, Key.ENTER).listenOn(this);
        add(Ui.div("z-compare-fields", from, to, compare), shortcuts(starts));
    }

    private static Component shortcuts(Starts starts) {
        return Ui.div(
                "z-compare-starts",
                Ui.span("z-soft", t("compare.starts")),
                shortcut(starts.first(), t("compare.starts.first")),
                shortcut(starts.quarterAgo(), t("compare.starts.quarter")),
                shortcut(starts.monthAgo(), t("compare.starts.month")),
                shortcut(ComparisonService.PREVIOUS, t("compare.starts.previous")));
    }

    private static Component shortcut(String from, String text) {
        return Ui.link(CompareView.address(ComparisonQuery.between(from, ComparisonService.CURRENT)), text);
    }

    void show(ComparisonQuery query) {
        from.show(query.request() == null ? query.from() : ComparisonService.PREVIOUS);
        to.show(query.request() == null ? query.to() : ComparisonService.CURRENT);
    }

    private void ask() {
        asking.accept(ComparisonQuery.between(from.asked(), to.asked()));
    }

    /** One of the two states. */
    private static final class Side extends FieldSet {

        private final DayField day = new DayField(t("compare.form.day"));
        private final TextField revision = new TextField(t("compare.form.revision"));
        private final String present = t("compare.form.current");
        private final String otherwise;
        private final String placeholder;

        Side(String label, String otherwise, String placeholder) {
            super(t(label));
            this.otherwise = otherwise;
            this.placeholder = placeholder;
            revision.setClearButtonVisible(true);
            day.addValueChangeListener(event -> {
                if (event.isFromClient() && event.getValue() != null) {
                    revision.clear();
                }
            });
            revision.addValueChangeListener(event -> {
                if (event.isFromClient() && !event.getValue().isBlank()) {
                    day.clear();
                }
            });
            add(day, revision);
        }

        void show(String asked) {
            var date = day(asked);
            var number = date == null && !asked.equals(otherwise);
            day.setValue(date);
            day.setPlaceholder(number ? "" : placeholder);
            revision.setValue(number ? asked.equals(ComparisonService.CURRENT) ? present : asked : "");
        }

        String asked() {
            if (day.getValue() != null) {
                return day.getValue().toString();
            }
            var asked = revision.getValue().strip();
            return asked.isEmpty() ? otherwise : asked.equals(present) ? ComparisonService.CURRENT : asked;
        }

        private static @Nullable LocalDate day(String asked) {
            try {
                return asked.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(asked) : null;
            } catch (DateTimeException _) {
                return null;
            }
        }
    }
}
