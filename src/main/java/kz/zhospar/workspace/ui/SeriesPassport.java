package kz.zhospar.workspace.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.DescriptionList.Description;
import com.vaadin.flow.component.html.DescriptionList.Term;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Indicator;
import kz.zhospar.plan.Series;

/** Everything that is stated of a series besides its values, in full words. */
class SeriesPassport extends DescriptionList {

    SeriesPassport(Indicator indicator, Series series) {
        addClassName("ws-passport");
        var language = Texts.language();
        state(Attribute.UNIT, series.unit().in(language));
        if (indicator.kind() != null) {
            state(Attribute.INDICATOR_KIND, t("plan.choice." + indicator.kind()));
        }
        state(Attribute.BETTER, t("plan.choice." + series.better()));
        if (series.origin() != null) {
            state(Attribute.ORIGIN, series.origin().title().in(language));
        }
        if (series.source() != null) {
            state(Attribute.SOURCE, series.source().title().in(language));
        }
        if (series.curator() != null) {
            state(Attribute.CURATOR, series.curator().name().in(language));
        }
        state(Attribute.EXECUTORS, executors(series));
    }

    private void state(Attribute attribute, String text) {
        state(attribute, new Span(text));
    }

    private void state(Attribute attribute, Component value) {
        add(new Term(t("plan.attribute." + attribute)), new Description(value));
    }

    private static Component executors(Series series) {
        var list = Ui.div("ws-executors");
        for (var executor : series.executors()) {
            var abbreviation = executor.body().abbreviation().in(Texts.language());
            var name = executor.body().name().in(Texts.language());
            var line = new Div(
                    Ui.link(Addresses.body(executor.body().key()), abbreviation),
                    new Span(" – " + (executor.byAgreement() ? t("plan.by-agreement", name) : name)));
            list.add(line);
        }
        return list;
    }
}
