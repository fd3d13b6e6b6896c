package kz.zhospar.workspace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static kz.zhospar.workspace.ui.Screen.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.zhospar.identity.SignIn;
import kz.zhospar.identity.WithPerson;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Provenance;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.PlanChangeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PlanChangeTest
@WithPerson("ueiv-official")
class IndicatorViewTest {

    @Autowired
    private ApplicationContext context;

    @Test
    void showsEveryRowAsAChartATableAndAPassport() {
        open("plan/indicators/11", () -> {
            assertThat(_find(PlanChart.class)).hasSize(4);
            assertThat(_find(ValuesTable.class)).hasSize(4);
            assertThat(text(IndicatorView.class))
                    .contains(
                            "Потери в сетях водоснабжения",
                            "15,23",
                            "Управление энергетики и водоснабжения",
                            "снижение");
        });
    }

    @Test
    void showsTheHistoryOfAValue() {
        open("plan/indicators/11?row=2&year=2023&field=TARGET", () -> {
            assertThat(text(IndicatorView.class))
                    .contains("Показатель 11, строка 2: План, 2023 год", "Первоначальная загрузка");
        });
    }

    @Test
    void namesTheRevisionOfEachValueWhenAsked() {
        open("plan/indicators/11?revisions=1", () -> {
            assertThat(text(IndicatorView.class)).contains("план: редакция 1", "факт: редакция 1");
        });
    }

    @Test
    void saysWhereAFactComesFrom() {
        stateProvenance();
        open("plan/indicators/11?row=1&year=2022&field=ACTUAL", () -> {
            assertThat(text(IndicatorView.class))
                    .contains("Показатель 11, строка 1: Факт, 2022 год")
                    .containsPattern("(?s)(предварительный, источник: форма 1-ВК, на 15.01.2026.*){2}");
        });
    }

    /** As an approved request leaves it. */
    private void stateProvenance() {
        var plan = context.getBean(PlanService.class).current();
        var series = plan.tree().indicator(11).orElseThrow().series().getFirst();
        var provenance = new Provenance("форма 1-ВК", LocalDate.of(2026, 1, 15), true, "");
        var edit = new Change.Edit(series.ref(), Field.of(Attribute.PROVENANCE, 2022), null, provenance);
        var transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        SignIn.as(
                SignIn.person("akim-office"),
                () -> transaction.executeWithoutResult(_ -> {
                    RevisionNote.describe(RevisionKind.APPLY, 1L, "Сведения о факте");
                    context.getBean(PlanService.class).apply(List.of(edit));
                }));
    }

    @Test
    void saysThatAnIndicatorIsNotThere() {
        open("plan/indicators/999", () -> {
            assertThat(text(IndicatorView.class)).contains("Показателя 999 в плане нет.");
        });
    }

    private void open(String address, Runnable look) {
        Browser.open(context, "ueiv-official", address, look);
    }
}
