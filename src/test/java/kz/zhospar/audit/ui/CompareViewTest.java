package kz.zhospar.audit.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.testing.Browser.button;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import kz.zhospar.audit.ComparedChange.Subject;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class CompareViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlanService plans;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void showsWhatTheLastRevisionChangedUnlessAskedForMore() {
        var number = drafts.applied("uoz", "Последнее изменение");

        open("auditor", "", () -> {
            assertThat(part("z-compare-groups"))
                    .contains(
                            "42,5",
                            "Запрос № " + number,
                            "представил: uoz-official",
                            "Обоснование: Последнее изменение");
            assertThat(part("z-compare-sides"))
                    .contains("Стало: действующая редакция № " + plans.current().revision());
            assertThat(part("z-compare-totals")).contains("Изменено значений", "1");
        });
    }

    @Test
    void leadsToTheRequestAndToWhatItsRevisionDid() {
        var number = drafts.applied("uoz", "Со ссылками");
        var revision = plans.current().revision();

        open(
                "auditor",
                "",
                () -> assertThat(addresses())
                        .contains("changes/" + number, "audit/compare?from=previous&to=" + revision));
        open("ut-official", "", () -> {
            assertThat(part("z-compare-groups")).contains("Запрос № " + number).doesNotContain("uoz-official");
            assertThat(addresses()).doesNotContain("changes/" + number);
        });
    }

    @Test
    void filtersInPlaceAndTakesTheFilterAlong() {
        var before = plans.current().revision();
        drafts.applied("uoz", "Первое");
        drafts.applied("ut", "Второе");

        open("auditor", "?from=" + before + "&to=current", () -> {
            assertThat(text()).contains("Изменений: 2");
            choose("Кто представил или согласовал", "ut-head");
            assertThat(text()).contains("Показано изменений: 1 из 2");
            assertThat(part("z-compare-groups")).contains("Второе").doesNotContain("Первое");
            assertThat(addresses())
                    .anyMatch(address ->
                            address.startsWith("documents/comparison.docx?") && address.contains("person=ut-head"));
            choose("Что изменено", Subject.MONEY);
            assertThat(text()).contains("Изменений по этим условиям нет");
        });
        open(
                "auditor",
                "?from=" + before + "&to=current&subject=target&person=uoz-head",
                () -> assertThat(text()).contains("Показано изменений: 1 из 2"));
    }

    @Test
    void saysWhyNothingCanBeCompared() {
        drafts.applied("uoz", "Позже первой");

        open("auditor", "?from=вчера&to=current", () -> assertThat(text()).contains("«вчера» — не дата и не номер"));
        open("auditor", "?from=99999999&to=current", () -> assertThat(text()).contains("Записи № 99999999 нет"));
        open("auditor", "?from=1990-01-31&to=current", () -> assertThat(text()).contains("На 31.01.1990 план ещё"));
        open(
                "auditor",
                "?from=2990-01-31&to=current",
                () -> assertThat(text()).contains("31.01.2990 ещё не наступило"));
        open("auditor", "?from=<b>&to=current", () -> assertThat(text()).contains("«<b>»"));
        open("auditor", "?from=1&to=1", () -> assertThat(text()).contains("план не менялся"));
    }

    @Test
    void putsTheTwoMomentsIntoTheRightOrder() {
        drafts.applied("uoz", "Наоборот");

        open("auditor", "?from=current&to=1", () -> {
            assertThat(text()).contains("Первая редакция позже второй");
            _click(button("Поменять местами"));
            assertThat(text()).contains("Стало: действующая редакция").doesNotContain("Первая редакция позже");
        });
    }

    @Test
    void comparesWhatIsAskedForInTheFields() {
        drafts.applied("uoz", "По полям");

        open("auditor", "", () -> {
            var revisions = _find(TextField.class, spec -> spec.withLabel("Или номер записи"));
            _setValue(revisions.getFirst(), "1");
            _click(button("Сравнить"));
            assertThat(part("z-compare-sides")).contains("Было: редакция № 1");
        });
    }

    @Test
    void showsARequestToItsReadersOnly() {
        var number = drafts.submitted("uoz", "До применения");

        open(
                "uoz-official",
                "?request=" + number,
                () -> assertThat(text()).contains("по запросу № " + number + ", который ещё не применён", "42,5"));
        for (var account : List.of("ut-official", "admin")) {
            open(
                    account,
                    "?request=" + number,
                    () -> assertThat(text()).doesNotContain("42,5").doesNotContain("запросу № " + number));
        }
        open(
                "auditor",
                "?request=nonsense",
                () -> assertThat(part("z-compare-groups")).isEmpty());
    }

    @Test
    void isReachedFromTheRequestAndThePlan() {
        var number = drafts.applied("uoz", "Откуда");

        Browser.open(
                context,
                "auditor",
                "changes/" + number,
                () -> assertThat(addresses()).contains("audit/compare?request=" + number));
        Browser.open(
                context,
                "auditor",
                "plan",
                () -> assertThat(addresses())
                        .contains("audit/compare", "api/v1/plans/almaty-2021-2025.xlsx?language=ru"));
        Browser.open(
                context,
                "auditor",
                "plan?revision=1",
                () -> assertThat(addresses())
                        .contains(
                                "audit/compare?from=1&to=current",
                                "api/v1/plans/almaty-2021-2025.xlsx?language=ru&revision=1"));
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(String label, T value) {
        _setValue((Select<T>) _get(Select.class, spec -> spec.withLabel(label)), value);
    }

    private static List<String> addresses() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    private void open(String account, String query, Runnable look) {
        Browser.open(context, account, "audit/compare" + query, look);
    }
}
