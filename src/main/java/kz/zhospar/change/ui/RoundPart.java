package kz.zhospar.change.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.zhospar.change.Basis;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.ChangeWording;
import kz.zhospar.plan.PlanSnapshot;

/** What a request says otherwise than in the round before. */
class RoundPart extends Section {

    private final ChangeWords words;

    RoundPart(RequestDetails details, PlanSnapshot plan) {
        var earlier = Objects.requireNonNull(details.earlier());
        this.words = new ChangeWords(
                plan,
                Stream.concat(earlier.changes().stream(), details.changes().stream())
                        .toList());
        addClassNames("z-card", "z-round-difference");
        var difference = RoundDifference.between(earlier, details);
        add(new H2(t("request.round", earlier.round())));
        if (difference.isEmpty()) {
            add(new Paragraph(t("request.round.same")));
            return;
        }
        difference.texts().forEach(text -> add(text(text)));
        list(
                t("request.round.moved"),
                difference.moved().stream().map(this::moved).toList());
        changes(t("request.round.added"), difference.added());
        changes(t("request.round.dropped"), difference.dropped());
    }

    private Component text(RoundDifference.Text text) {
        return Ui.div(
                "z-round-text",
                Ui.span("z-change-caption", t("request.round.text." + text.part())),
                ChangeParts.beside(new ChangeWording.Line("", written(text.before()), written(text.after()), "")));
    }

    private static String written(Object text) {
        var written = text instanceof Basis basis ? basis.in(Texts.language()) : text.toString();
        return written.isBlank() ? t("plan.nothing") : written;
    }

    /** What was proposed before and what is proposed now. */
    private ListItem moved(RoundDifference.Moved moved) {
        return new ListItem(
                Ui.span("z-change-name", words.place(moved.after())),
                ChangeParts.beside(new ChangeWording.Line("", proposal(moved.before()), proposal(moved.after()), "")));
    }

    private String proposal(Change change) {
        return switch (change) {
            case Change.Edit edit -> words.value(edit.field(), edit.value());
            case Change.Add add -> ChangeParts.sentence(words, add.item());
            case Change.Remove _ -> t("change.conflict.remove");
        };
    }

    private void changes(String caption, List<Change> changes) {
        if (!changes.isEmpty()) {
            add(Ui.div(
                    "z-round-text", Ui.span("z-change-caption", caption), new ChangeLines(words, changes, _ -> true)));
        }
    }

    private void list(String caption, List<ListItem> items) {
        if (!items.isEmpty()) {
            var list = new UnorderedList(items.toArray(ListItem[]::new));
            list.addClassName("z-change-list");
            add(Ui.div("z-round-text", Ui.span("z-change-caption", caption), list));
        }
    }
}
