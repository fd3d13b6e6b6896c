package kz.zhospar.workspace.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static kz.zhospar.workspace.ui.WorkspaceBrowser.go;
import static kz.zhospar.workspace.ui.WorkspaceBrowser.text;
import static org.assertj.core.api.Assertions.assertThat;

import kz.zhospar.identity.WithPerson;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ZhosparTest
@WithPerson("ueiv-official")
class IndicatorViewTest {

    @Autowired
    private ApplicationContext context;

    @BeforeEach
    void openBrowser() {
        WorkspaceBrowser.open(context);
    }

    @AfterEach
    void closeBrowser() {
        WorkspaceBrowser.close();
    }

    @Test
    void showsEveryRowAsAChartATableAndAPassport() {
        go("plan/indicators/11", "");

        assertThat(_find(PlanChart.class)).hasSize(4);
        assertThat(_find(ValuesTable.class)).hasSize(4);
        assertThat(text(IndicatorView.class))
                .contains("Потери в сетях водоснабжения", "15,23", "Управление энергетики и водоснабжения", "снижение");
    }

    @Test
    void showsTheHistoryOfAValue() {
        go("plan/indicators/11", "row=2&year=2023&field=TARGET");

        assertThat(text(IndicatorView.class)).contains("Показатель 11, строка 2: План, 2023 год", "Загрузка плана");
    }

    @Test
    void namesTheRevisionOfEachValueWhenAsked() {
        go("plan/indicators/11", "revisions=1");

        assertThat(text(IndicatorView.class)).contains("план: редакция 1", "факт: редакция 1");
    }

    @Test
    void saysThatAnIndicatorIsNotThere() {
        go("plan/indicators/999", "");

        assertThat(text(IndicatorView.class)).contains("Показателя 999 в плане нет.");
    }
}
