package kz.zhospar.workspace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static kz.zhospar.workspace.ui.Screen.text;
import static org.assertj.core.api.Assertions.assertThat;

import kz.zhospar.identity.WithPerson;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ZhosparTest
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
    void saysThatAnIndicatorIsNotThere() {
        open("plan/indicators/999", () -> {
            assertThat(text(IndicatorView.class)).contains("Показателя 999 в плане нет.");
        });
    }

    private void open(String address, Runnable look) {
        Browser.open(context, "ueiv-official", address, look);
    }
}
