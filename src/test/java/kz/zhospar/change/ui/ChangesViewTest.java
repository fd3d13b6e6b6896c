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

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import kz.zhospar.change.Basis;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class ChangesViewTest {

    @Autowired
    private ApplicationContext context;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void showsAnOfficialTheRequestsOfTheOwnBody() {
        drafts.submitted("uo", "Школы");
        drafts.draft("uk", "Музеи");

        open(
                "uo-official",
                "",
                () -> assertThat(part("z-requests"))
                        .contains("Школы", "На согласовании", "Решает: Руководитель органа", "1 изменение")
                        .doesNotContain("Музеи"));
        open("auditor", "", () -> assertThat(part("z-requests")).contains("Школы", "Музеи"));
    }

    @Test
    void filtersAsTheAddressSays() {
        drafts.submitted("uo", "Сады на согласовании");
        drafts.draft("uo", "Сады в черновике");

        open(
                "auditor",
                "?state=draft&text=сады",
                () -> assertThat(part("z-requests"))
                        .contains("Сады в черновике")
                        .doesNotContain("Сады на согласовании"));
        open(
                "uo-head",
                "?scope=awaiting",
                () -> assertThat(part("z-requests"))
                        .contains("Сады на согласовании")
                        .doesNotContain("Сады в черновике"));
        open(
                "uo-official",
                "?scope=mine&state=in-review",
                () -> assertThat(part("z-requests")).contains("Сады на согласовании"));
        open("auditor", "?body=uk&text=Сады", () -> assertThat(text()).contains("запросов не найдено"));
        open(
                "auditor",
                "?state=nonsense&scope=%3Cscript%3E&body=nobody&text=",
                () -> assertThat(part("z-requests")).contains("Сады в черновике"));
    }

    @Test
    void filtersAsOneTypes() {
        drafts.draft("uo", "Лицеи");

        open("uo-official", "", () -> {
            _setValue(_get(TextField.class), "ЛИЦЕИ");
            assertThat(part("z-requests")).contains("Лицеи");
            _setValue(_get(TextField.class), "нет такого");
            assertThat(text()).contains("запросов не найдено");
        });
    }

    @Test
    void saysHowToBeginWhereThereAreNone() {
        open("seismology-official", "", () -> assertThat(text()).contains("Запросов пока нет"));
    }

    @Test
    void isNoPlaceForTheAdministrator() {
        open("admin", "", () -> assertThat(text()).contains("Раздел недоступен"));
    }

    @Test
    void sortsWhatWaitsForMeByItsLastDayAndNamesTheOfficeThatDecides() {
        drafts.submitted("uo", "Ждёт решения");

        open(
                "uo-head",
                "?scope=awaiting",
                () -> assertThat(part("z-requests"))
                        .contains("Решает: Руководитель органа: УО", "осталось 3 рабочих дня", "Существенное"));
    }

    @Test
    void approvesChosenClarificationsEachByADecisionOfItsOwn() {
        var one = clarification("Опечатка в названии");
        var other = clarification("Ещё одна опечатка");
        var heavy = drafts.submitted("uk", "Новая цель музеев");

        open("uk-head", "?scope=awaiting", () -> {
            assertThat(pick(heavy)).isEmpty();
            assertThat(button("Согласовать выбранные (0)").isEnabled()).isFalse();
            _setValue(pick(one).getFirst(), true);
            _setValue(pick(other).getFirst(), true);
            as(person("uk-official"), () -> drafts.drafts().withdraw(other));
            _click(button("Согласовать выбранные (2)"));
            assertThat(part("z-batch-list")).contains("Опечатка в названии", "Ещё одна опечатка", "уточнено");
            _click(button("Согласовать (2)"));
            assertThat(part("z-batch-list")).containsSubsequence("Согласовано", "уже не на согласовании");
            _click(button("Закрыть"));
            assertThat(part("z-requests")).doesNotContain("Опечатка в названии").contains("Новая цель музеев");
        });

        assertThat(as(person("uk-head"), () -> drafts.requests().find(one)).decisions())
                .hasSize(1);
        assertThat(as(person("uk-head"), () -> drafts.requests().find(other)).decisions())
                .isEmpty();
    }

    @Test
    void showsFiftyAtATime() {
        as(person("abp-official"), () -> {
            for (int i = 0; i < 53; i++) {
                drafts.drafts().open();
            }
        });

        open("abp-official", "", () -> {
            assertThat(_find(RequestRow.class)).hasSize(50);
            assertThat(text()).contains("Показано 50 из 53");
            _click(button("Показать ещё"));
            assertThat(_find(RequestRow.class)).hasSize(53);
            assertThat(buttons()).doesNotContain("Показать ещё");
        });
    }

    @Test
    void takesTheSignsOfPatternsForThemselves() {
        drafts.draft("uo", "Охват 100% школ");

        open("uo-official", "?text=100%25", () -> assertThat(part("z-requests")).contains("Охват 100% школ"));
        open("uo-official", "?text=1%25к", () -> assertThat(text()).contains("запросов не найдено"));
        open("uo-official", "?text=%5C", () -> assertThat(text()).contains("запросов не найдено"));
    }

    private long clarification(String title) {
        return as(person("uk-official"), () -> {
            var tree = drafts.plans().current().tree();
            var row = drafts.series("uk");
            var number = drafts.drafts().open();
            drafts.drafts().describe(number, title, "Обоснование", Basis.named(""));
            var action = tree.goalOf(row.ref())
                    .orElseThrow()
                    .allActions()
                    .skip(number % 2)
                    .findFirst()
                    .orElseThrow();
            drafts.drafts()
                    .edit(
                            number,
                            action.ref(),
                            Field.of(Attribute.TITLE),
                            LocalizedText.of(action.title().ru() + " (уточнено)"));
            drafts.drafts().submit(number);
            return number;
        });
    }

    private static List<Checkbox> pick(long number) {
        return _find(Checkbox.class).stream()
                .filter(box -> box.getAriaLabel().orElse("").equals("Выбрать запрос № " + number))
                .toList();
    }

    private void open(String account, String query, Runnable look) {
        Browser.open(context, account, "changes" + query, look);
    }
}
