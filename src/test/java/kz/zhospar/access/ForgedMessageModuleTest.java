package kz.zhospar.access;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zhospar.audit.SavedQueryService;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/** Messages as the browser of an honest person never sends them: nothing may come of them. */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class ForgedMessageModuleTest {

    private static final String SUBMIT = "Отправить на согласование";

    /** More than any screen has. */
    private static final int NODES = 3000;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private RequestService requests;

    private Drafts drafts;

    @BeforeAll
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void takesNoMessageWithoutTheTokenOfItsScreen() {
        var number = drafts.draft("ugm", "Без ключа");
        try (var author = Client.signedIn(context, "ugm-official")) {
            var tab = author.open("changes/" + number);
            var submit = button(tab, SUBMIT);
            var other = author.open("plan");
            for (var token : List.of("", UUID.randomUUID().toString(), other.token())) {
                var answer = tab.post(tab.id(), token, tab.nextMessage(), List.of(click(submit)));
                assertThat(text(answer.body())).contains("\"appError\"");
                assertThat(state(number)).isEqualTo(RequestState.DRAFT);
            }
            // The same message in order is taken, so that the refusals above are not for want of another thing.
            tab.click(submit);
            assertThat(state(number)).isEqualTo(RequestState.IN_REVIEW);
        }
    }

    @Test
    void takesNoMessageToTheScreenOfAnotherSession() {
        var number = drafts.submitted("ugm", "Чужой сеанс");
        try (var head = Client.signedIn(context, "ugm-head");
                var other = Client.signedIn(context, "uo-official");
                var nobody = Client.nobody(context)) {
            var tab = head.open("changes/" + number);
            var decide = decide(tab);
            var own = other.open("plan");
            var before = Records.of(context);
            own.post(tab.id(), tab.token(), tab.nextMessage(), List.of(click(decide)));
            own.post(tab.id(), own.token(), own.nextMessage(), List.of(click(decide)));
            new Tab(
                            nobody,
                            "{}".getBytes(StandardCharsets.UTF_8),
                            context.getBean(OpenedScreens.class).last())
                    .post(tab.id(), tab.token(), tab.nextMessage(), List.of(click(decide)));
            assertThat(Records.of(context)).isEqualTo(before);
            tab.click(decide);
            assertThat(decisions(number)).isEqualTo(1);
        }
    }

    @Test
    void takesNoMessageToWhatIsDisabledOrHidden() {
        var number = drafts.submitted("ugm", "Недоступная кнопка");
        try (var head = Client.signedIn(context, "ugm-head")) {
            var tab = head.open("changes/" + number);
            var button = tab.only(Button.class, one -> one.getText().matches("(Согласовать и передать|Утвердить): .*"));
            var part = button.getParent().orElseThrow();
            var ways = new LinkedHashMap<String, Runnable>();
            ways.put("disabled", () -> button.setEnabled(false));
            ways.put("hidden", () -> button.setVisible(false));
            ways.put("in a disabled part", () -> ((HasEnabled) part).setEnabled(false));
            ways.put("in a hidden part", () -> part.setVisible(false));
            ways.forEach((way, change) -> {
                tab.change(change);
                tab.click(Tab.node(button));
                assertThat(decisions(number)).as(way).isZero();
                tab.change(() -> {
                    button.setEnabled(true);
                    button.setVisible(true);
                    ((HasEnabled) part).setEnabled(true);
                    part.setVisible(true);
                });
            });
            tab.click(Tab.node(button));
            assertThat(decisions(number)).isEqualTo(1);
        }
    }

    /** What a screen itself hides from its reader or has switched off, on every screen of every role. */
    @Test
    void takesNoMessageToWhatAScreenHides() {
        var own = drafts.submitted("ugm", "Скрытое");
        var draft = drafts.draft("ugm", "Скрытое в черновике");
        var addresses = List.of(
                "",
                "plan",
                "plan/goals/1.2",
                "plan/goals/1.2?draft=" + draft,
                "plan/indicators/1",
                "changes",
                "changes/" + own,
                "changes/" + draft,
                "periods",
                "posts",
                "settings",
                "notifications",
                "audit",
                "audit/compare",
                "audit/findings",
                "audit/seal",
                "admin/routes",
                "admin/periods",
                "admin/mail",
                "admin/calendar");
        var before = Records.of(context);
        int messages = 0;
        for (var account : List.of("ugm-official", "ugm-head", "economy", "auditor", "admin")) {
            try (var client = Client.signedIn(context, account)) {
                var tab = client.openScreen("");
                for (var address : addresses) {
                    tab.navigate(address);
                    messages += forge(tab);
                }
            }
        }
        System.out.println("Forged messages to what screens hide: " + messages);
        assertThat(messages).isGreaterThan(500);
        assertThat(Records.of(context)).isEqualTo(before);
    }

    private int forge(Tab tab) {
        var hidden = tab.all(
                Component.class, component -> component.getElement().getNode().isInactive());
        var values = new HashMap<Component, Object>();
        hidden.forEach(component -> values.put(component, value(tab, component)));
        var messages = hidden.stream()
                .map(Tab::node)
                .flatMap(node -> Stream.of(
                        click(node),
                        sync(node, "value", "forged"),
                        sync(node, "checked", true),
                        Map.of("type", "event", "node", node, "event", "change", "data", Map.of())))
                .toList();
        tab.say(messages);
        hidden.forEach(component -> assertThat(value(tab, component)).isEqualTo(values.get(component)));
        return messages.size();
    }

    private static Object value(Tab tab, Component component) {
        return tab.read(() -> component instanceof AbstractField<?, ?> field
                ? String.valueOf(field.getValue())
                : String.valueOf(component.getElement().getProperty("value")));
    }

    /** Whoever may read a request, but not do anything with it now, presses everything there is and is not. */
    @Test
    void leavesARequestAloneWhateverItsReadersSend() {
        var mine = drafts.draft("ugm", "Чужими руками");
        var reviewed = drafts.submitted("ugm", "Решено");
        drafts.approve("ugm-head", reviewed, "");
        var before = Records.of(context);
        for (var reader : Map.of("economy", mine, "auditor", reviewed, "ugm-head", reviewed, "curator-2", reviewed)
                .entrySet()) {
            try (var client = Client.signedIn(context, reader.getKey())) {
                var tab = client.open("changes/" + reader.getValue());
                assertThat(tab.view()).isEqualTo("RequestView");
                var frame = frame(tab);
                tab.say(IntStream.range(2, NODES)
                        .filter(node -> !frame.contains(node))
                        .boxed()
                        .<Map<String, ?>>flatMap(node -> Stream.of(
                                click(node),
                                Map.of("type", "mSync", "node", node, "feature", 1, "property", "value", "value", "x")))
                        .toList());
            }
        }
        assertThat(Records.of(context)).isEqualTo(before);
    }

    /** The nodes of what stands around the view: pressing all of them signs out. */
    private static Set<Integer> frame(Tab tab) {
        var view = tab.all(
                        Component.class,
                        one -> ClassUtils.getUserClass(one).getSimpleName().equals(tab.view()))
                .getFirst();
        var frame = new TreeSet<Integer>();
        tab.all(
                        Component.class,
                        one -> Stream.iterate(
                                        Optional.of(one),
                                        Optional::isPresent,
                                        each -> each.get().getParent())
                                .noneMatch(each -> each.get() == view))
                .forEach(one -> frame.add(Tab.node(one)));
        return frame;
    }

    @Test
    void keepsTheValueOfAFieldThatIsOnlyRead() {
        var number = drafts.draft("ugm", "Только чтение");
        try (var author = Client.signedIn(context, "ugm-official")) {
            var tab = author.open("changes/" + number);
            var title = tab.only(TextField.class, field -> field.getValue().equals("Только чтение"));
            tab.change(() -> title.setReadOnly(true));
            write(tab, title, "Подделка");
            assertThat(title(number)).isEqualTo("Только чтение");
            tab.change(() -> title.setReadOnly(false));
            write(tab, title, "По правилам");
            assertThat(title(number)).isEqualTo("По правилам");
        }
    }

    private static void write(Tab tab, TextField field, String value) {
        var node = Tab.node(field);
        tab.say(List.of(
                sync(node, "value", value),
                Map.of("type", "event", "node", node, "event", "value-changed", "data", Map.of()),
                Map.of("type", "event", "node", node, "event", "input", "data", Map.of()),
                Map.of("type", "event", "node", node, "event", "change", "data", Map.of())));
    }

    /** Only auditors share what they keep; others are not even shown the choice, and forging it does not help. */
    @Test
    void sharesNoFilterOfSomebodyWhoIsNotShownTheChoice() {
        try (var official = Client.signedIn(context, "ugm-official")) {
            var tab = official.open("audit");
            tab.click(button(tab, "Сохранить отбор"));
            var dialog = tab.only(Dialog.class, Component::isVisible);
            var shared = tab.only(Checkbox.class, box -> !box.isVisible());
            write(tab, tab.only(TextField.class, field -> isIn(dialog, field)), "Мой отбор");
            tab.sync(Tab.node(shared), "checked", true);
            tab.click(button(tab, "Сохранить"));
        }
        var kept = as(
                person("ugm-official"),
                () -> context.getBean(SavedQueryService.class).visible());
        assertThat(kept)
                .filteredOn(query -> query.name().equals("Мой отбор"))
                .singleElement()
                .satisfies(query -> assertThat(query.shared()).isFalse());
    }

    private static boolean isIn(Component outer, Component inner) {
        return Stream.iterate(
                        Optional.of(inner),
                        Optional::isPresent,
                        one -> one.get().getParent())
                .anyMatch(one -> one.get() == outer);
    }

    private static final Set<String> OFFERED =
            Set.of("FactTable.paste", "ValueGrid.editing", "ValueGrid.paste", "ValueGrid.revert", "ValueGrid.save");

    @Test
    void offersTheBrowserNoMethodsButThese() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Component.class));
        var offered = new TreeSet<String>();
        scanner.findCandidateComponents("kz.zhospar").forEach(found -> {
            var type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            for (var method : ReflectionUtils.getDeclaredMethods(type)) {
                if (method.isAnnotationPresent(ClientCallable.class)) {
                    offered.add(type.getSimpleName() + "." + method.getName());
                }
            }
        });
        assertThat(offered).isEqualTo(OFFERED);
    }

    @Test
    void writesNothingThatATableDoesNotShowAsTheReadersOwn(CapturedOutput output) {
        var draft = drafts.draft("ugm", "Чужие клетки");
        var foreign = "SERIES/" + drafts.series("uo").ref().id() + "/TARGET/2025";
        var goal = drafts.plans()
                .current()
                .tree()
                .goalOf(drafts.series("ugm").ref())
                .orElseThrow();
        var own = "SERIES/" + drafts.series("ugm").ref().id() + "/TARGET/2025";
        var huge = "9".repeat(100_000);
        var texts = new ArrayList<Object>(List.of("1", huge, "\u0000", "\uD800", "<img src=x>", "=1+1"));
        for (var account : List.of("ugm-official", "auditor", "uo-official")) {
            var before = Records.of(context);
            try (var client = Client.signedIn(context, account)) {
                var tab = client.open("plan/goals/" + goal.number() + "?draft=" + draft);
                for (var grid : tab.grids()) {
                    for (var text : texts) {
                        tab.call(grid, "save", foreign, text);
                        tab.call(grid, "save", "SERIES/x/TARGET/2025", text);
                        tab.call(grid, "save", "../../etc/passwd", text);
                    }
                    tab.call(grid, "save", "", "");
                    tab.call(grid, "editing", huge);
                    tab.call(grid, "revert", foreign);
                    tab.call(grid, "paste", List.of());
                    tab.call(
                            grid,
                            "paste",
                            IntStream.range(0, 20_000)
                                    .mapToObj(_ -> Map.of("key", foreign, "text", "1"))
                                    .toList());
                    tab.call(grid, "paste", List.of(Map.of(), Map.of("key", 7), Map.of("text", 7)));
                    if (!account.equals("ugm-official")) {
                        tab.call(grid, "save", own, "1");
                    }
                }
            }
            assertThat(Records.of(context)).as(account).isEqualTo(before);
        }
        assertThat(output).doesNotContain("was not saved").doesNotContain("Failure ");
    }

    /** What is of another type, or too much or too little of it, is refused before it reaches anything of ours. */
    @Test
    void callsNothingWithArgumentsOfAnotherKind() {
        var goal = drafts.plans().current().tree().goals().findFirst().orElseThrow();
        var before = Records.of(context);
        try (var client = Client.signedIn(context, "ugm-official")) {
            var tab = client.open("plan/goals/" + goal.number());
            for (var grid : tab.grids()) {
                tab.call(grid, "save");
                tab.call(grid, "save", Map.of("a", 1), List.of(1));
                tab.call(grid, "save", 1e300, -1);
                tab.call(grid, "paste", "text");
                tab.call(grid, "paste", List.of(1, "two"));
                tab.call(grid, "renew");
                tab.call(grid, "model");
                tab.call(grid, "getElement");
                tab.call(grid, "setVisible", false);
            }
        }
        assertThat(Records.of(context)).isEqualTo(before);
    }

    private static Map<String, ?> click(int node) {
        return Map.of("type", "event", "node", node, "event", "click", "data", Map.of());
    }

    private static Map<String, ?> sync(int node, String property, Object value) {
        return Map.of("type", "mSync", "node", node, "feature", 1, "property", property, "value", value);
    }

    private static int button(Tab tab, String text) {
        return Tab.node(tab.only(Button.class, button -> button.getText().equals(text)));
    }

    private static int decide(Tab tab) {
        return Tab.node(
                tab.only(Button.class, button -> button.getText().matches("(Согласовать и передать|Утвердить): .*")));
    }

    private RequestState state(long number) {
        return as(person("auditor"), () -> requests.find(number)).state();
    }

    private String title(long number) {
        return as(person("auditor"), () -> requests.find(number)).summary().title();
    }

    private int decisions(long number) {
        return as(person("auditor"), () -> requests.find(number)).decisions().size();
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
