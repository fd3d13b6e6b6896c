package kz.zhospar.change.ui.posts;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import kz.zhospar.change.HandOverRecord;
import kz.zhospar.change.HandOverService;
import kz.zhospar.change.HandOverService.Leaver;
import kz.zhospar.change.ui.Buttons;
import kz.zhospar.change.ui.FoldedText;
import kz.zhospar.change.ui.Signatures;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.PlanSnapshot;

/** Whose open requests may be passed on, and what has been. */
class HandOverPart extends Div {

    private final HandOverService handOvers;
    private final PlanSnapshot plan;
    private final boolean acts;
    private final Div leavers = new Div();
    private final Div past = new Div();

    HandOverPart(HandOverService handOvers, PlanSnapshot plan, Person person) {
        this.handOvers = handOvers;
        this.plan = plan;
        this.acts = person.is(Role.HEAD) || person.is(Role.ADMIN);
        addClassName("z-posts-part");
        if (acts) {
            add(card("posts.hand-over", new Paragraph(t("posts.hand-over.what")), leavers));
        }
        add(card("posts.past", past));
        show();
    }

    private static Section card(String title, Component... content) {
        var card = new Section(new H2(t(title)));
        card.add(content);
        card.addClassName("z-card");
        return card;
    }

    private void show() {
        if (acts) {
            list(leavers, handOvers.leavers().stream().map(this::row).toList(), "posts.hand-over.none");
        }
        list(past, handOvers.past().stream().map(this::row).toList(), "posts.past.none");
    }

    private static void list(Div place, List<ListItem> rows, String none) {
        place.removeAll();
        if (rows.isEmpty()) {
            var empty = new Paragraph(t(none));
            empty.addClassName("z-soft");
            place.add(empty);
            return;
        }
        var list = new UnorderedList(rows.toArray(ListItem[]::new));
        list.addClassName("z-posts-list");
        place.add(list);
    }

    private ListItem row(Leaver leaver) {
        var pass = Buttons.once(
                t("posts.hand-over.ask"), () -> new HandOverDialog(handOvers, plan, leaver, this::show).open());
        pass.setAriaLabel(t("posts.hand-over.ask-of", leaver.name()));
        return item(
                Ui.div(
                        "z-posts-what",
                        Ui.span("z-posts-who", Signatures.of(plan.tree(), leaver.name(), null, leaver.body())),
                        Ui.span("z-soft z-small", t("posts.hand-over.requests", leaver.requests()))),
                pass);
    }

    private ListItem row(HandOverRecord record) {
        return item(Ui.div(
                "z-posts-what",
                Ui.span("z-posts-who", t("posts.past.who", record.leaver(), record.successor())),
                Ui.span(
                        "z-soft z-small",
                        t(
                                "posts.past.facts",
                                Ui.formats().moment(record.at()),
                                Signatures.body(plan.tree(), record.body()),
                                record.requests())),
                new FoldedText(record.reason())));
    }

    private static ListItem item(Component... content) {
        var item = new ListItem(content);
        item.addClassName("z-posts-row");
        return item;
    }
}
