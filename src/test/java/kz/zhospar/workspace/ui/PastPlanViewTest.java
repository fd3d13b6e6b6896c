package kz.zhospar.workspace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.workspace.ui.Screen.cell;
import static kz.zhospar.workspace.ui.Screen.go;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.audit.ui.TimeBar;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.common.ui.DayField;
import kz.zhospar.identity.SignIn;
import kz.zhospar.live.ui.WhoIsHere;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.Series;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The screens of the plan as of the first revision, after much of it has been changed. */
@ZhosparTest(properties = "zhospar.test=past-plan")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastPlanViewTest {

    private static final Field TARGET = Field.of(Attribute.TARGET, 2025);
    private static final String NEW_ACTION = "Открытие дома ремёсел";
    private static final int GONE = 11;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlanService plans;

    private PlanSnapshot first;
    private Goal goal;
    private String removedAction;
    private long applied;

    @BeforeAll
    void change() {
        first = plans.current();
        goal = first.tree().goal("1.2").orElseThrow();
        apply(rewriting());
        applied = new Drafts(context).applied("ugm", "Цель на последний год");
    }

    /** A lower target, money moved, a renamed body, an action more and one less, an indicator less. */
    private List<Change> rewriting() {
        var changes = new ArrayList<Change>();
        changes.add(edit(series().ref(), TARGET, Quantity.of("123.4")));
        var body = first.tree().body("ugm").orElseThrow().ref();
        changes.add(edit(body, Field.of(Attribute.ABBREVIATION), new LocalizedText("УМК", "ҚЖБ", "MOB")));
        var local = goal.funding().getLast().ref();
        changes.add(edit(local, Field.of(Attribute.AMOUNT, 2024), Quantity.of("77777.7")));
        var leaf = goal.allActions()
                .filter(action -> action.children().isEmpty() && !action.title().isBlank())
                .findFirst()
                .orElseThrow();
        removedAction = leaf.title().ru();
        changes.add(new Change.Remove(item(leaf.ref())));
        changes.add(new Change.Add(Item.of(new ItemRef(ItemType.ACTION, UUID.randomUUID()))
                .put(Attribute.PARENT, goal.ref().id())
                .put(Attribute.NUMBER, 900)
                .put(Attribute.TITLE, new LocalizedText(NEW_ACTION, "", ""))
                .build()));
        var indicator = first.tree().indicator(GONE).orElseThrow();
        indicator.series().forEach(row -> changes.add(new Change.Remove(item(row.ref()))));
        changes.add(new Change.Remove(item(indicator.ref())));
        return changes;
    }

    private Series series() {
        return goal.indicators().getFirst().series().getFirst();
    }

    private Item item(ItemRef ref) {
        return first.find(ref).orElseThrow();
    }

    private Change edit(ItemRef ref, Field field, Object value) {
        return new Change.Edit(ref, field, item(ref).value(field).orElse(null), value);
    }

    private void apply(List<Change> changes) {
        var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        SignIn.as(
                SignIn.person("akim-office"),
                () -> transaction.executeWithoutResult(_ -> {
                    RevisionNote.describe(RevisionKind.APPLY, 900L, "Уточнение");
                    plans.apply(changes);
                }));
    }

    @Test
    void showsAGoalWithItsTargetsAndBodiesOfThen() {
        var number = goal.indicators().getFirst().number();
        open("plan/goals/1.2", () -> {
            assertThat(cell("Показатель " + number + ", План, 2025 год").text()).isEqualTo("123,4");
            assertThat(Browser.text()).contains("УМК").doesNotContain("Вернуться к действующему плану");

            go("plan/goals/1.2?revision=1");
            assertThat(cell("Показатель " + number + ", План, 2025 год").text())
                    .isEqualTo(written(series().cell(2025).target()));
            assertThat(Browser.text())
                    .contains("УГМ", "План в редакции № 1", "первоначальная загрузка", "что было известно тогда")
                    .doesNotContain("УМК");
        });
    }

    private static String written(Quantity quantity) {
        return new Formats(Language.RU).quantity(quantity);
    }

    @Test
    void showsActionsAndMoneyOfThen() {
        open("plan/goals/1.2?section=actions&revision=1", () -> {
            assertThat(Browser.text()).contains(removedAction).doesNotContain(NEW_ACTION);
            go("plan/goals/1.2?section=actions");
            assertThat(Browser.text()).contains(NEW_ACTION).doesNotContain(removedAction);

            go("plan/goals/1.2?section=money");
            var now = texts();
            go("plan/goals/1.2?section=money&revision=1");
            assertThat(now).contains("77\u00a0777,7");
            assertThat(texts()).doesNotContain("77\u00a0777,7").isNotEqualTo(now);

            go("plan?section=money");
            var total = texts();
            go("plan?section=money&revision=1");
            assertThat(texts()).as("sums of goals").isNotEqualTo(total);
        });
    }

    @Test
    void showsAnIndicatorThatHasBeenRemovedSince() {
        openAs("auditor", "plan/indicators/" + GONE, () -> {
            assertThat(Browser.text()).contains("Показателя 11 в плане нет.");

            go("plan/indicators/11?row=2&year=2023&field=TARGET&revision=1");
            assertThat(_find(PlanChart.class)).hasSize(4);
            assertThat(Browser.text()).contains("Потери в сетях водоснабжения", "15,23", "Первоначальная загрузка");

            go("plan/indicators/11?revisions=1&revision=1");
            assertThat(Browser.text()).contains("план: редакция 1");
        });
    }

    @Test
    void leavesTheHistoryOfWhatIsGoneToThoseWhoAnsweredForIt() {
        var gone = first.tree().indicator(GONE).orElseThrow().ref();
        var histories = context.getBean(HistoryService.class);
        assertThat(SignIn.as(SignIn.person("ueiv-official"), () -> histories.mayRead(gone)))
                .isTrue();
        assertThat(SignIn.as(SignIn.person("ugm-official"), () -> histories.mayRead(gone)))
                .isFalse();
    }

    @Test
    void namesNoRevisionThatCameLater() {
        var number = goal.indicators().getFirst().number();
        openAs("auditor", "plan/indicators/" + number + "?revisions=1", () -> {
            assertThat(Browser.text()).contains("план: редакция " + secondRevision());
            go("plan/indicators/" + number + "?revisions=1&revision=1");
            assertThat(Browser.text())
                    .contains("план: редакция 1")
                    .doesNotContain("план: редакция " + secondRevision());
        });
    }

    @Test
    void isReadOnly() {
        open("plan/goals/1.2", () -> {
            assertThat(Browser.buttons()).contains("Предложить изменения");
            assertThat(_find(WhoIsHere.class)).hasSize(1);

            go("plan/goals/1.2?revision=1&draft=1");
            assertThat(Browser.buttons()).doesNotContain("Предложить изменения");
            assertThat(_find(WhoIsHere.class)).isEmpty();
            assertThat(_find(DraftBar.class)).isEmpty();
            assertThat(Screen.cells()).noneMatch(cell -> cell.access().equals("write"));
            assertThat(Screen.type("Показатель " + goal.indicators().getFirst().number() + ", План, 2025 год", "1"))
                    .returns(false, ValueGrid.Reply::saved);

            go("plan/goals/1.2");
            assertThat(Browser.buttons()).contains("Предложить изменения");
            assertThat(_find(WhoIsHere.class)).hasSize(1);
        });
    }

    @Test
    void keepsTheMomentInEveryLinkBetweenScreensOfThePlan() {
        var words = URLEncoder.encode("метро", StandardCharsets.UTF_8);
        open("plan", () -> {
            for (var address : List.of(
                    "plan?revision=1",
                    "plan?section=money&revision=1",
                    "plan?q=" + words + "&revision=1",
                    "plan/goals/1.2?revision=1",
                    "plan/goals/1.2?section=actions&revision=1",
                    "plan/goals/1.2?section=history&revision=1",
                    "plan/goals/99?revision=1",
                    "plan/indicators/11?revision=1")) {
                go(address);
                assertThat(links()).as(address).isNotEmpty().allMatch(link -> link.contains("revision=1"));
            }
            go("plan/goals/1.2?revision=1");
            assertThat(Screen.cells().stream().map(GridModel.Cell::href))
                    .filteredOn(link -> link != null)
                    .isNotEmpty()
                    .allMatch(link -> link.endsWith("&revision=1"));
            go("plan/goals/1.2");
            assertThat(links()).noneMatch(link -> link.contains("revision="));
        });
    }

    /** Links to screens of the plan, but for the ways that the time bar offers. */
    private static List<String> links() {
        var bar = _get(TimeBar.class);
        return _find(Anchor.class).stream()
                .filter(link -> Stream.<Optional<Component>>iterate(
                                link.getParent(), Optional::isPresent, parent -> parent.flatMap(Component::getParent))
                        .noneMatch(parent -> parent.filter(bar::equals).isPresent()))
                .map(Anchor::getHref)
                .filter(link -> link.equals("plan") || link.startsWith("plan?") || link.startsWith("plan/"))
                .toList();
    }

    @Test
    void searchesThePlanOfThen() {
        open("plan?revision=1", () -> {
            _setValue(_get(TextField.class, spec -> spec.withClasses("ws-search")), "ремёсел");
            assertThat(Browser.text()).contains("ничего не найдено");
            go("plan");
            _setValue(_get(TextField.class, spec -> spec.withClasses("ws-search")), "ремёсел");
            assertThat(Browser.text()).contains(NEW_ACTION);
        });
    }

    @Test
    void saysWhichPlanItIsAndLeadsBack() {
        open("plan/goals/1.2?section=money&revision=" + secondRevision(), () -> {
            assertThat(bar()).contains("План в редакции № " + secondRevision(), "Утвердил: ", "Сравнить с действующим");
            assertThat(hrefs())
                    .contains(
                            "plan/goals/1.2?section=money",
                            "audit/compare?from=" + secondRevision() + "&to=current",
                            "api/v1/plans/almaty-2021-2025?revision=" + secondRevision());
            go("plan/goals/1.2?asof=" + today());
            assertThat(bar())
                    .contains("План на " + new Formats(Language.RU).day(today()), "не менялся")
                    .doesNotContain("Сравнить с действующим");
            assertThat(cell("Показатель " + goal.indicators().getFirst().number() + ", План, 2025 год")
                            .text())
                    .isEqualTo("123,4");
        });
    }

    @Test
    void takesAnInstant() {
        open(
                "plan/goals/1.2?section=actions&asof=" + first.asOf(),
                () -> assertThat(Browser.text()).contains(removedAction).doesNotContain(NEW_ACTION));
    }

    @Test
    void saysThatThereWasNoPlanThen() {
        open("plan/goals/1.2?section=money&asof=2019-05-31", () -> {
            assertThat(Browser.text()).contains("На 31.05.2019 план здесь ещё не вёлся.", "Первая редакция плана, № 1");
            assertThat(hrefs()).contains("plan/goals/1.2?section=money&revision=1", "plan/goals/1.2?section=money");
            go("plan?revision=424242");
            assertThat(Browser.text()).contains("Редакции № 424242 нет.");
            go("plan?revision=-1");
            assertThat(Browser.text()).contains("Редакции № -1 нет.");
            go("plan/indicators/6?revision=abc");
            assertThat(Browser.text()).contains("«abc» не является номером редакции.");
            go("plan?asof=31.05.2026");
            assertThat(Browser.text()).contains("«31.05.2026» не является датой.");
            go("plan?asof=2026-05-31&revision=1");
            assertThat(Browser.text()).contains("Оставьте что-то одно.");
            go("plan");
            assertThat(bar()).contains("План на дату").doesNotContain("Вернуться");
        });
    }

    @Test
    void opensADayARevisionOrOneOfTheLastChanges() {
        openAs("ugm-official", "plan/goals/1.2?section=money", () -> {
            _click(_get(NativeButton.class, spec -> spec.withText("План на дату")));
            assertThat(bar()).contains("Запрос № " + applied + ". Цель на последний год", "Первоначальная загрузка");
            assertThat(hrefs()).contains("plan/goals/1.2?section=money&revision=1");

            show("Показать план на этот день");
            assertThat(_get(DayField.class).isInvalid()).isTrue();
            show("Показать план в этой редакции");
            assertThat(_get(TextField.class, spec -> spec.withLabel("Номер редакции"))
                            .isInvalid())
                    .isTrue();

            _setValue(_get(TextField.class, spec -> spec.withLabel("Номер редакции")), "1");
            show("Показать план в этой редакции");
            assertThat(location()).isEqualTo("plan/goals/1.2?section=money&revision=1");
            assertThat(bar()).contains("План в редакции № 1");

            _click(_get(NativeButton.class, spec -> spec.withText("План на дату")));
            _setValue(_get(DayField.class), today());
            show("Показать план на этот день");
            assertThat(location()).startsWith("plan/goals/1.2?").contains("section=money", "asof=" + today());
        });
    }

    @Test
    void letsAnAdministratorSeeThePastWithoutItsRequests() {
        openAs("admin", "plan/goals/1.2?revision=1", () -> {
            assertThat(bar()).contains("План в редакции № 1").doesNotContain("Сравнить");
            _click(_get(NativeButton.class, spec -> spec.withText("План на дату")));
            assertThat(bar()).contains("Запрос № " + applied).doesNotContain("Цель на последний год");
        });
    }

    @Test
    void staysAwayFromOtherScreens() {
        openAs("auditor", "plan?revision=1", () -> {
            assertThat(_get(TimeBar.class).isVisible()).isTrue();
            for (var address : List.of("", "changes", "audit", "settings")) {
                go(address);
                assertThat(_find(TimeBar.class)).as(address).isEmpty();
                assertThat(hrefs()).contains("plan").noneMatch(link -> link.contains("revision="));
            }
        });
    }

    private static void show(String label) {
        _find(Button.class).stream()
                .filter(button -> label.equals(button.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow()
                .click();
    }

    private static String location() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private static List<String> hrefs() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    private static String bar() {
        return _get(TimeBar.class).getElement().getTextRecursively();
    }

    private static List<String> texts() {
        return Screen.cells().stream().map(GridModel.Cell::text).toList();
    }

    private long secondRevision() {
        return context.getBean(PlanArchive.class).latest(2).getLast().number();
    }

    private static LocalDate today() {
        return LocalDate.now(Formats.ZONE);
    }

    private void open(String address, Runnable look) {
        openAs("ugm-official", address, look);
    }

    private void openAs(String account, String address, Runnable look) {
        Browser.openFramed(context, account, address, look);
    }
}
