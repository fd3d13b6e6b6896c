package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.ChangeWording;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Item;

/** The pieces that a change is shown in, large and small. */
final class ChangeParts {

    private static final int LONGEST_INLINE = 60;

    private ChangeParts() {}

    /** Old, struck through, beside new; long texts stand one under the other. */
    static Component beside(ChangeWording.Line line) {
        var long_ = line.before().length() > LONGEST_INLINE || line.after().length() > LONGEST_INLINE;
        var values = Ui.div(long_ ? "z-change-values long" : "z-change-values", struck(line.before()), arrow());
        values.add(fresh(line.after()));
        if (!line.deviation().isEmpty()) {
            values.add(Ui.span("z-change-deviation z-number", line.deviation()));
        }
        return values;
    }

    /** What stated nothing has nothing to strike through. */
    static Component struck(String text) {
        return text.equals(t("plan.nothing"))
                ? Ui.span("z-soft", text)
                : marked("del", "z-old", t("change.before"), text);
    }

    static Component fresh(String text) {
        return marked("ins", "z-new", t("change.after"), text);
    }

    private static Component marked(String tag, String className, String spoken, String text) {
        var element = new HtmlContainer(tag);
        element.addClassName(className);
        element.add(Ui.spoken(spoken + " "), new Text(FoldedText.beginning(text)));
        return FoldedText.isLong(text) ? Ui.div("", element, FoldedText.whole(text)) : element;
    }

    private static Component arrow() {
        var arrow = new Span("→");
        arrow.addClassName("z-change-arrow");
        arrow.getElement().setAttribute("aria-hidden", "true");
        return arrow;
    }

    /** Everything that an item states; the values of the years stand side by side. */
    static Component statements(ChangeWords words, Item item) {
        var statements = new LinkedHashMap<Attribute, Div>();
        item.values().forEach((field, value) -> {
            if (field.attribute() != Attribute.PARENT) {
                statements
                        .computeIfAbsent(field.attribute(), _ -> Ui.div("z-change-statement"))
                        .add(statement(words, field, value));
            }
        });
        var list = new DescriptionList();
        list.addClassName("z-change-statements");
        statements.forEach((attribute, values) -> {
            list.add(new DescriptionList.Term(words.attribute(attribute)));
            var description = new DescriptionList.Description();
            description.add(values);
            list.add(description);
        });
        return list;
    }

    private static Component statement(ChangeWords words, Field field, Object value) {
        var text = words.value(field, value);
        return field.year() == null
                ? new Span(text)
                : Ui.span("z-change-year z-number", t("change.of-year", String.valueOf(field.year()), text));
    }

    /** Everything that an item states as one sentence. */
    static String sentence(ChangeWords words, Item item) {
        return item.values().entrySet().stream()
                .filter(entry -> entry.getKey().attribute() != Attribute.PARENT)
                .map(entry -> words.field(entry.getKey()) + ": " + words.value(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("; "));
    }
}
