package kz.zhospar.identity.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.internal.LocalAccounts;

/** One account for every part somebody can play, each a press away. */
class DemoAccounts extends Details {
    private static final List<String> SHOWN =
            List.of("uoz-official", "uoz-head", "economy", "curator-1", "akim-office", "auditor", "admin");

    DemoAccounts(LocalAccounts accounts, Consumer<String> chosen) {
        super(t("login.demo"));
        addClassName("z-login-demo");
        var list = new UnorderedList();
        list.addClassName("z-login-demo-list");
        SHOWN.stream()
                .filter(accounts::isDemo)
                .map(accounts::byAccount)
                .flatMap(Optional::stream)
                .map(person -> new ListItem(button(person, chosen)))
                .forEach(list::add);
        add(new Paragraph(t("login.demo.hint")), list);
    }

    private static NativeButton button(Person person, Consumer<String> chosen) {
        var key = person.position().key();
        var button = new NativeButton("", e -> chosen.accept(person.account()));
        button.getElement().setAttribute("type", "button");
        button.add(
                part(t("role." + key), "z-login-demo-role"),
                part(person.account(), "z-login-demo-name"),
                part(t("login.demo.does." + key), "z-login-demo-does"));
        return button;
    }

    private static Span part(String text, String className) {
        var part = new Span(text);
        part.addClassName(className);
        return part;
    }
}
