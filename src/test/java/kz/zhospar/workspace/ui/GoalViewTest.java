package kz.zhospar.workspace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.workspace.ui.Screen.cell;
import static kz.zhospar.workspace.ui.Screen.go;
import static kz.zhospar.workspace.ui.Screen.text;
import static kz.zhospar.workspace.ui.Screen.type;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestService;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.SignIn;
import kz.zhospar.identity.WithPerson;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.Statements;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** On a database of its own: it leaves requests under review, and one applied. */
@ZhosparTest(properties = "zhospar.test=goal")
@WithPerson("ugm-official")
class GoalViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlanService plans;

    @Autowired
    private DraftService drafts;

    @Autowired
    private RequestService requests;

    @Autowired
    private Statements statements;

    @Test
    void showsIndicatorsAsTheyAreStated() {
        open("plan/goals/1.1", () -> {
            assertThat(text(GoalView.class)).contains("Полицентричное развитие Алматы", "Комфортная городская среда");
            assertThat(cell("Показатель 1, Факт, 2019 год").text()).isEqualTo("100");
            assertThat(cell("Показатель 1, План, 2025 год").text()).isEqualTo("85");
            assertThat(cell("Показатель 2, План, 2021 год"))
                    .returns("dash", GridModel.Cell::kind)
                    .returns("не применяется", GridModel.Cell::spoken);
            assertThat(cell("Показатель 1, План, 2019 год").kind()).isEqualTo("none");
            assertThat(cell("Показатель 1, Факт, 2025 год").kind()).isEqualTo("empty");
        });
    }

    @Test
    void namesTheRowsOfAnIndicator() {
        open("plan/goals/1.3", () -> {
            var titles = _get(ValueGrid.class).model().groups().stream()
                    .map(group -> group.head().title())
                    .toList();
            assertThat(titles).contains("Потери в сетях водоснабжения", "Потери в сетях газоснабжения");
            assertThat(cell("Показатель 11, строка 2, План, 2023 год").text()).isEqualTo("15,23");
        });
    }

    @Test
    void readsTheApprovedPlanWithoutAskingTheDatabase() {
        open(
                "plan",
                () -> assertThatNoStatementIsSentBy(List.of(
                        "plan",
                        "plan?section=money",
                        "plan/goals/1.2",
                        "plan/goals/1.2?section=actions",
                        "plan/goals/1.2?section=money",
                        "plan/indicators/6")));
    }

    private void assertThatNoStatementIsSentBy(List<String> addresses) {
        assertThat(addresses)
                .allSatisfy(address ->
                        assertThat(statements.during(() -> go(address))).isEmpty());
    }

    @Test
    void saysWhoseHistoryItIsToRead() {
        open("plan/goals/1.3?section=history", () -> {
            assertThat(text(GoalView.class)).contains("История доступна органам, ответственным за цель");

            go("plan/goals/1.2?section=history");
            assertThat(text(GoalView.class)).contains("Первоначальная загрузка");
        });
    }

    @Test
    void tellsTheHistoryOfOneActionAndOfOneAmount() {
        var goal = plans.current().tree().goal("1.2").orElseThrow();
        var action = goal.actions().getFirst();
        var local = goal.funding().getLast();
        open(Addresses.history("1.2", action.ref(), null), () -> {
            assertThat(text(GoalView.class))
                    .contains("Мероприятие " + action.ordinal(), "История всей цели", "Первоначальная загрузка");

            go(Addresses.history("1.2", local.ref(), Field.of(Attribute.AMOUNT, 2021)));
            assertThat(text(GoalView.class)).contains("2021 год", "10\u00a0610");

            go("plan/goals/1.2?section=history&of=ACTION/nonsense");
            assertThat(text(GoalView.class)).contains("Первоначальная загрузка").doesNotContain("История всей цели");
        });
    }

    @Test
    void offersEditingOnlyWhereTheBodyHasADuty() {
        open("plan/goals/1.3", () -> {
            assertThat(_find(DraftChoice.class)).isEmpty();

            go("plan/goals/1.2");
            assertThat(_find(DraftChoice.class)).hasSize(1);
        });
    }

    @Test
    void savesWhatIsTypedAndKeepsItOverAReload() {
        var draft = drafts.open();
        open("plan/goals/1.2?draft=" + draft, () -> {
            var reply = type("Показатель 6, План, 2024 год", "1,65");

            assertThat(reply.saved()).isTrue();
            assertThat(reply.cells())
                    .anySatisfy(cell -> assertThat(cell)
                            .returns("1,65", GridModel.Cell::text)
                            .returns("1,6", GridModel.Cell::before));
            assertThat(text(DraftBar.class)).contains("Черновик № " + draft, "изменений: 1");
            go("plan/goals/1.2?draft=" + draft);
            assertThat(cell("Показатель 6, План, 2024 год").text()).isEqualTo("1,65");
        });
    }

    @Test
    void takesAnEditBack() {
        var draft = drafts.open();
        open("plan/goals/1.2?draft=" + draft, () -> {
            type("Показатель 6, План, 2024 год", "1,65");

            _get(ValueGrid.class).revert(cell("Показатель 6, План, 2024 год").key());

            assertThat(cell("Показатель 6, План, 2024 год"))
                    .returns("1,6", GridModel.Cell::text)
                    .returns(null, GridModel.Cell::before);
            assertThat(requests.find(draft).changes()).isEmpty();
        });
    }

    @Test
    void hintsThatATextIsNoNumberButKeepsIt() {
        open("plan/goals/1.2?draft=" + drafts.open(), () -> {
            assertThat(type("Показатель 6, План, 2024 год", "около 2"))
                    .returns(true, ValueGrid.Reply::saved)
                    .returns("Сохранено как текст: это не число.", ValueGrid.Reply::message);
            assertThat(type("Показатель 6, План, 2024 год", "н/д").message()).isNull();
            assertThat(type("Показатель 6, План, 2024 год", "≤ 2,5").message()).isNull();
        });
    }

    @Test
    void refusesMoneyThatIsNoPlainNumberAndLosesNothingElse() {
        open("plan/goals/1.2?section=money&draft=" + drafts.open(), () -> {
            var one = cell("Финансирование: Местный бюджет, Сумма, млн тенге, 2023 год")
                    .key();
            var two = cell("Финансирование: Местный бюджет, Сумма, млн тенге, 2024 год")
                    .key();

            var replies = _get(ValueGrid.class)
                    .paste(List.of(new ValueGrid.Entry(one, "много"), new ValueGrid.Entry(two, "82 180,5")));

            assertThat(replies)
                    .extracting(ValueGrid.Reply::saved, ValueGrid.Reply::message)
                    .containsExactly(tuple(false, "сумма должна быть числом"), tuple(true, null));
            assertThat(type("Финансирование: Местный бюджет, Сумма, млн тенге, 2023 год", "-5")
                            .message())
                    .isEqualTo("сумма не может быть отрицательной");
        });
    }

    @Test
    void refusesTheCellOfAnotherBody() {
        var draft = drafts.open();
        var foreign = plans.current()
                .tree()
                .indicator(1)
                .orElseThrow()
                .series()
                .getFirst()
                .ref();
        open("plan/goals/1.1?draft=" + draft, () -> {
            assertThat(cell("Показатель 1, План, 2024 год").access()).isEqualTo("read");
            assertThat(_get(ValueGrid.class).save(new CellKey(foreign, target(2024)).toString(), "80"))
                    .returns(false, ValueGrid.Reply::saved)
                    .returns(
                            "Эта строка закреплена за другим органом. Изменение не сохранено.",
                            ValueGrid.Reply::message);
            assertThat(requests.find(draft).changes()).isEmpty();
        });
    }

    @Test
    void saysWhichRequestHoldsACell() {
        var held = submit(target(2025), "1.9");
        open("plan/goals/1.2?draft=" + drafts.open(), () -> {
            assertThat(cell("Показатель 6, План, 2025 год").access()).isEqualTo("locked");
            assertThat(cell("Показатель 6, План, 2025 год").note())
                    .startsWith("На согласовании: запрос № " + held + ", УГМ, с ");
            assertThat(type("Показатель 6, План, 2025 год", "2").message())
                    .startsWith("Значение уже изменяется запросом № " + held);
            drafts.withdraw(held);
        });
    }

    @Test
    void asksWhatToKeepWhenThePlanHasMoved() {
        var mine = drafts.open();
        drafts.edit(mine, series(), actual(2022), quantity("1.45"));
        approve(submit(actual(2022), "1.41"));
        open("plan/goals/1.2?draft=" + mine, () -> {
            assertThat(text(ConflictPanel.class))
                    .contains("Показатель 6", "Факт, 2022 год", "не указано", "1,41", "1,45");
            assertThat(type("Показатель 6, План, 2023 год", "1,6").message())
                    .startsWith("Не сохранено: план изменился.");

            _click(_get(Button.class, spec -> spec.withText("Оставить моё")));

            assertThat(requests.find(mine).conflicts()).isEmpty();
            assertThat(requests.find(mine).changes())
                    .containsExactly(new Change.Edit(series(), actual(2022), quantity("1.41"), quantity("1.45")));
        });
    }

    @Test
    void hidesTheDraftOfSomebodyElse() {
        var foreign = SignIn.as(SignIn.person("ugm-head"), () -> drafts.open());

        open("plan/goals/1.2?draft=" + foreign, () -> {
            assertThat(text(GoalView.class)).contains("Черновик № " + foreign + " не найден");

            go("plan/goals/1.2?draft=oops");
            assertThat(text(GoalView.class)).contains("Черновик № oops не найден");
        });
    }

    @Test
    void saysThatAGoalIsNotThere() {
        open("plan/goals/9.9", () -> {
            assertThat(text(GoalView.class)).contains("Не найдено", "Цели 9.9 в плане нет.");
        });
    }

    @Test
    void writesAndAddsAndRemovesActions() {
        var draft = drafts.open();
        open("plan/goals/1.2?section=actions&draft=" + draft, () -> {
            _click(_get(Button.class, spec -> spec.withText("Добавить мероприятие")));
            _setValue(_get(TextField.class, spec -> spec.withLabel("Наименование на русском")), "Новое депо");
            _setValue(_get(TextField.class, spec -> spec.withLabel("Год начала")), "2024");
            var due = _get(TextField.class, spec -> spec.withLabel("Срок"));
            _setValue(due, "2024-Q9");
            assertThat(due.isInvalid()).isTrue();
            _setValue(due, "2024-Q3");
            assertThat(due.isInvalid()).isFalse();
            _click(_get(Button.class, spec -> spec.withText("Готово")));
            assertThat(text(ActionsPart.class)).contains("Новое депо", "добавлено", "3 квартал 2024");

            _click(_find(NativeButton.class, spec -> spec.withText("Исключить")).getFirst());
            assertThat(text(ActionsPart.class)).contains("исключено");
            assertThat(requests.find(draft).changes())
                    .hasSize(2)
                    .anyMatch(Change.Add.class::isInstance)
                    .anyMatch(Change.Remove.class::isInstance);

            _click(_get(NativeButton.class, spec -> spec.withText("Вернуть в план")));
            assertThat(requests.find(draft).changes()).hasSize(1);
        });
    }

    @Test
    void offersToGoOnWithAnOpenDraft() {
        var draft = drafts.open();
        open("plan/goals/1.2", () -> {
            _click(_get(Button.class, spec -> spec.withText("Предложить изменения")));

            assertThat(text(DraftChoice.class)).contains("Продолжить № " + draft, "Начать новый черновик");
        });
    }

    private ItemRef series() {
        return plans.current()
                .tree()
                .indicator(6)
                .orElseThrow()
                .series()
                .getFirst()
                .ref();
    }

    private static Field target(int year) {
        return Field.of(Attribute.TARGET, year);
    }

    private static Field actual(int year) {
        return Field.of(Attribute.ACTUAL, year);
    }

    private static Object quantity(String number) {
        return Quantity.of(number);
    }

    private long submit(Field field, String value) {
        var number = drafts.open();
        drafts.edit(number, series(), field, quantity(value));
        drafts.describe(number, "Поездки", "Уточнение по данным перевозчиков", Basis.named(""));
        return drafts.submit(number).number();
    }

    private void approve(long number) {
        new Drafts(context).approveAll(number);
    }

    private void open(String address, Runnable look) {
        Browser.open(context, "ugm-official", address, look);
    }
}
