package kz.zhospar.workspace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static kz.zhospar.workspace.ui.Screen.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import kz.zhospar.common.Language;
import kz.zhospar.identity.WithPerson;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ZhosparTest
@WithPerson("ugm-official")
class PlanViewTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlanService plans;

    @Test
    void showsEveryDirectionAndGoalWithWhoAnswersForIt() {
        open("plan", () -> {
            assertThat(text(PlanView.class))
                    .contains(
                            "План развития города Алматы на 2021–2025 годы",
                            "Направлений: 7, целей: 20, показателей: 117")
                    .contains("Комфортная городская среда", "Полицентричное развитие Алматы", "Безопасный город")
                    .contains("Показателей: 1 · мероприятий: 27", "Куратор: Амрин А.К.");
            assertThat(_find(Anchor.class, spec -> spec.withClasses("ws-goal-title")))
                    .hasSize(20);
        });
    }

    @Test
    void leavesTheGoalsOfOnesOwnBody() {
        open("plan?body=ugm", () -> {
            assertThat(text(PlanView.class))
                    .contains("Полицентричное развитие Алматы", "Развитый общественный транспорт")
                    .doesNotContain("Повышение качества услуг в ЖКХ");
        });
    }

    @Test
    void findsWhatIsTyped() {
        open("plan", () -> {
            _setValue(_get(TextField.class), "МЕТРО");

            assertThat(text(PlanView.class)).contains("Метро: ввод станции «Калкаман»");
        });
    }

    @Test
    void findsWhatTheAddressAsksFor() {
        open(
                "plan?q=%D0%BF%D0%BE%D1%82%D0%B5%D1%80%D0%B8",
                () -> { // потери
                    assertThat(text(PlanView.class))
                            .contains("Потери в сетях водоснабжения")
                            .doesNotContain("Безопасный город");
                    assertThat(_find(Anchor.class))
                            .anyMatch(link -> link.getHref().equals("plan/indicators/11"));
                });
    }

    @Test
    void saysThatNothingWasFound() {
        open("plan?q=zzz", () -> {
            assertThat(text(PlanView.class)).contains("По запросу «zzz» ничего не найдено.");
        });
    }

    @Test
    void searchesTheReadersLanguageAndRussianByWordsAndNumbers() {
        var tree = plans.current().tree();

        assertThat(PlanSearch.find(tree, Language.KK, "қоғамдық көлік").goals())
                .extracting(PlanSearch.Hit::number)
                .contains("1.2");
        assertThat(PlanSearch.find(tree, Language.KK, "общественный транспорт").goals())
                .extracting(PlanSearch.Hit::number)
                .contains("1.2");
        assertThat(PlanSearch.find(tree, Language.RU, "1.2").goals()).hasSize(1);
        assertThat(PlanSearch.find(tree, Language.RU, "УГМ").bodies()).hasSize(1);
    }

    @Test
    void keepsBothAmountsWhereTheDocumentDiffersFromItsParts() {
        open("plan?section=money", () -> {
            assertThat(Screen.cells()).extracting(GridModel.Cell::text).contains("417\u00a0579,5", "758\u00a0330,9");
            assertThat(text(PlanView.class))
                    .contains("сохранены оба")
                    .contains("2024 год, всего: указано 818\u00a0167,5, сумма по целям 818\u00a0167,6, разница 0,1");
        });
    }

    private void open(String address, Runnable look) {
        Browser.open(context, "ugm-official", address, look);
    }
}
