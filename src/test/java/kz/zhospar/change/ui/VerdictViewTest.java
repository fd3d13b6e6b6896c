package kz.zhospar.change.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.buttons;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.zhospar.change.Basis;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.Verdict;
import kz.zhospar.common.Quantity;
import kz.zhospar.jotting.Jottings;
import kz.zhospar.plan.Field;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Deciding change by change. */
@ScreenTest
class VerdictViewTest {

    private static final String BODY = "ut";

    @Autowired
    private ApplicationContext context;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void returnsOneChangeWithASuggestionAndPassesTheRestOn() {
        var years = fields(3);
        var number = submitted("Три года", years);

        var part = new long[1];
        open("ut-head", number, () -> {
            assertThat(buttons()).contains("Согласовать и передать: Аппарат акима");
            choose(1, Verdict.RETURNED);
            assertThat(part("z-tally")).isEqualTo("Принять 2, вернуть 1");
            var decide =
                    "Принять 2 изменения и передать: Аппарат акима; 1 изменение вернуть автору отдельным черновиком";
            click(decide);
            assertThat(part("z-alert")).contains("дополните отмеченное");
            assertThat(reason(1).isInvalid()).isTrue();
            _setValue(reason(1), "Нет расчёта");
            _setValue(suggestion(1), "сорок");
            click(decide);
            assertThat(suggestion(1).getErrorMessage()).contains("«сорок»");
            assertThat(suggestion(1).getValue()).isEqualTo("сорок");
            _setValue(suggestion(1), "41,5");
            click(decide);
            assertThat(text()).contains("Изменения (2)", "Возвращено отдельным черновиком № ");
            assertThat(part("z-decision-items")).contains("Возвращено на доработку", "Нет расчёта", "Предложено: 41,5");
            part[0] = Objects.requireNonNull(
                    drafts.requests().find(number).decisions().getLast().splitInto());
        });
        open("ut-official", part[0], () -> {
            assertThat(text()).contains("Выделен из запроса № " + number, "Нет расчёта", "Предложено: 41,5");
            click("Взять предложенное");
            assertThat(part("z-change-values")).contains("41,5");
            assertThat(buttons()).doesNotContain("Взять предложенное", "Оставить своё");
        });
        open("akim-office", number, () -> click("Утвердить: изменить план (2 изменения)"));

        var row = drafts.series(BODY);
        assertThat(row.cell(years.get(0).year()).target()).isEqualTo(Quantity.of("42.5"));
        assertThat(row.cell(years.get(1).year()).target()).isNull();
        assertThat(row.cell(years.get(2).year()).target()).isEqualTo(Quantity.of("42.5"));
    }

    @Test
    void keepsTheOwnValueWhenTheSuggestionIsDeclined() {
        var number = submitted("Своё значение", fields(1));
        open("ut-head", number, () -> {
            choose(0, Verdict.RETURNED);
            _setValue(reason(0), "Слишком много");
            _setValue(suggestion(0), "1");
            click("Вернуть запрос автору (1 изменение)");
            assertThat(text()).contains("Возвращён на доработку");
        });
        open("ut-official", number, () -> {
            click("Оставить своё");
            assertThat(part("z-remark")).contains("Слишком много").doesNotContain("Предложено");
            assertThat(part("z-change-values")).contains("42,5");
        });
    }

    @Test
    void endsTheRequestWhenEveryChangeIsRejected() {
        var number = submitted("Отклонить всё", fields(2));
        open("ut-head", number, () -> {
            choose(0, Verdict.REJECTED);
            choose(1, Verdict.REJECTED);
            _setValue(reason(0), "Противоречит программе");
            _setValue(reason(1), "Противоречит программе");
            click("Отклонить запрос, план не изменится");
            assertThat(text()).contains("Отклонён");
        });
    }

    @Test
    void takesTypedReasonsAlongWhenTheWholeIsReturned() {
        var number = submitted("Вернуть целиком", fields(2));
        open("ut-head", number, () -> {
            choose(0, Verdict.RETURNED);
            _setValue(reason(0), "Нужна методика");
            click("Вернуть на доработку…");
            _setValue(_get(TextArea.class, spec -> spec.withLabel("Причина")), "Не согласовано с финансами");
            click("Вернуть на доработку");
            assertThat(text()).contains("Возвращён на доработку");
        });
        open("ut-official", number, () -> assertThat(text()).contains("Не согласовано с финансами", "Нужна методика"));
    }

    @Test
    void saysWhatARowComesToAndOpensItForApproversOnly() {
        var years = fields(1);
        var number = submitted("Путь к значению", years);
        open("ut-head", number, () -> {
            assertThat(part("z-effect-table"))
                    .contains(String.valueOf(years.getFirst().year()), "42,5");
            assertThat(part("z-effect-facts")).contains("Исполнители", "УТ", "Курирует");
            assertThat(_get(NativeDetails.class, spec -> spec.withClasses("z-effect"))
                            .isOpen())
                    .isTrue();
        });
        open(
                "ut-official",
                number,
                () -> assertThat(_get(NativeDetails.class, spec -> spec.withClasses("z-effect"))
                                .isOpen())
                        .isFalse());
    }

    @Test
    void keepsWhatIsTypedWhenTheRequestChangesUnderIt() {
        var years = fields(2);
        var number = submitted("Меняют при чтении", years);
        open("ut-head", number, () -> {
            choose(0, Verdict.RETURNED);
            _setValue(reason(0), "Нет расчёта");
            _setValue(_get(TextArea.class, spec -> spec.withLabel("Замечание к согласованию (необязательно)")), "Итог");
            as(person("ut-official"), () -> {
                drafts.drafts().withdraw(number);
                drafts.drafts().edit(number, drafts.series(BODY).ref(), years.get(1), Quantity.of("50.5"));
                return drafts.drafts().submit(number);
            });

            _get(RequestView.class).refreshFromOutside();

            assertThat(text()).contains("Введённый текст сохранён", "50,5", "Что изменилось с круга 1");
            assertThat(reason(0).getValue()).isEqualTo("Нет расчёта");
            assertThat(_get(TextArea.class, spec -> spec.withLabel("Замечание к согласованию (необязательно)"))
                            .getValue())
                    .isEqualTo("Итог");
            click("Принять 1 изменение и передать: Аппарат акима; 1 изменение вернуть автору отдельным черновиком");
            assertThat(part("z-route")).contains("Согласовано");
        });
    }

    @Test
    void findsWhatWasTypedInANewSessionUntilItIsSent() {
        var number = submitted("Новая сессия", fields(2));
        open("ut-head", number, () -> {
            choose(1, Verdict.RETURNED);
            _setValue(reason(1), "Нет расчёта");
            _setValue(_get(TextArea.class, spec -> spec.withLabel("Замечание к согласованию (необязательно)")), "Итог");
        });
        open("ut-head", number, () -> {
            assertThat(part("z-tally")).isEqualTo("Принять 1, вернуть 1");
            assertThat(reason(1).getValue()).isEqualTo("Нет расчёта");
            click("Принять 1 изменение и передать: Аппарат акима; 1 изменение вернуть автору отдельным черновиком");
            assertThat(part("z-route")).contains("Итог");
        });
        var jottings = context.getBean(Jottings.class);
        assertThat(as(
                        person("ut-head"),
                        () -> Stream.of("verdict/", "reason/", "remark/")
                                .flatMap(kind -> jottings.keys(kind + number).stream())
                                .toList()))
                .isEmpty();
    }

    @Test
    void leavesFieldsInPlaceWhenNothingAroundThemHasChanged() {
        var number = submitted("Ничего не менялось", fields(1));
        open("ut-head", number, () -> {
            choose(0, Verdict.RETURNED);
            var field = reason(0);
            _get(RequestView.class).refreshFromOutside();
            assertThat(reason(0)).isSameAs(field);
            assertThat(field.getParent().orElseThrow().isAttached()).isTrue();
            assertThat(text()).doesNotContain("Запрос изменился");
        });
    }

    @Test
    void saysWhenSomebodyElseHasDecidedMeanwhile() {
        var number = submitted("Решают вдвоём", fields(1));
        open("ut-head", number, () -> {
            as(person("ut-official"), () -> drafts.drafts().withdraw(number));
            click("Согласовать и передать: Аппарат акима");
            assertThat(part("z-alert")).contains("уже не на согласовании");
            click("Обновить страницу");
            assertThat(text()).contains("Отозван");
        });
        assertThat(as(person("ut-official"), () -> drafts.requests().find(number))
                        .state())
                .isEqualTo(RequestState.WITHDRAWN);
    }

    private long submitted(String title, List<Field> fields) {
        return as(person("ut-official"), () -> {
            var number = drafts.drafts().open();
            drafts.drafts().describe(number, title, "Обоснование", Basis.named("Протокол"));
            fields.forEach(
                    field -> drafts.drafts().edit(number, drafts.series(BODY).ref(), field, Quantity.of("42.5")));
            drafts.drafts().submit(number);
            return number;
        });
    }

    private List<Field> fields(int count) {
        return Stream.generate(() -> drafts.freshField(BODY)).limit(count).toList();
    }

    private void open(String account, long number, Runnable look) {
        Browser.open(context, account, "changes/" + number, look);
    }

    private static void click(String button) {
        _click(button(button));
    }

    @SuppressWarnings("unchecked")
    private static void choose(int index, Verdict verdict) {
        _setValue((RadioButtonGroup<Verdict>) _find(RadioButtonGroup.class).get(index), verdict);
    }

    private static TextArea reason(int index) {
        return child(index, TextArea.class);
    }

    private static TextField suggestion(int index) {
        return (TextField)
                child(index, SuggestionField.class).getChildren().findFirst().orElseThrow();
    }

    private static <T> T child(int index, Class<T> type) {
        return _find(ItemVerdictField.class)
                .get(index)
                .getChildren()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
