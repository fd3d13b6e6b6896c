package kz.zhospar.audit.ui;

import static kz.zhospar.testing.Browser.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.util.function.Consumer;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.change.ui.ChangeCard;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.SignIn;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class HistoryPanelTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private HistoryService history;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void tellsAChangeWithItsApproversAndTheFirstLoad() {
        var number = drafts.applied("ut", "Гостиницы");

        show(
                "auditor",
                drafts.series("ut").ref(),
                null,
                panel -> assertThat(panel)
                        .contains(
                                "Запрос № " + number,
                                "Обоснование: Гостиницы",
                                "42,5",
                                "Документ-основание",
                                "Протокол № 7",
                                "Круг согласования: 1",
                                "Все записи журнала об этом",
                                "ut-head",
                                "Проверено",
                                "Первоначальная загрузка",
                                "План развития города Алматы"));
    }

    @Test
    void tellsOfOneValueAlone() {
        var field = drafts.freshField("ut");
        var number = drafts.draft("ut", "Туристы", field, "7.5");
        SignIn.as(SignIn.person("ut-official"), () -> drafts.drafts().submit(number));
        drafts.approve("ut-head", number, "");
        drafts.approve("akim-office", number, "");

        show(
                "auditor",
                drafts.series("ut").ref(),
                field,
                panel -> assertThat(panel).contains("7,5").doesNotContain("Первоначальная загрузка"));
    }

    @Test
    void countsWhatTheFirstLoadOfAGoalBrought() {
        var goal = drafts.plans().current().tree().goals().findFirst().orElseThrow();

        show("auditor", goal.ref(), null, panel -> assertThat(panel).contains("Загружено строк"));
    }

    @Test
    void refusesWhoeverHasNoPartInIt() {
        show(
                "seismology-official",
                drafts.series("uk").ref(),
                null,
                panel -> assertThat(panel).contains("История этой строки доступна"));
    }

    @Test
    void saysWhenThereHasBeenNothing() {
        show(
                "auditor",
                drafts.series("ut").ref(),
                Field.of(Attribute.ACTUAL, 2099),
                panel -> assertThat(panel).contains("Изменений ещё не было"));
    }

    @Test
    void cardsSayTheDeviationInUnitsAndPerCent() {
        var series = drafts.series("ut");
        Browser.open(context, "auditor", "", () -> {
            var change = new Change.Edit(
                    series.ref(), Field.of(Attribute.TARGET, 2025), Quantity.of("200"), Quantity.of("150"));
            UI.getCurrent().add(new ChangeCard(drafts.plans().current(), change));
            assertThat(part("z-change-deviation")).contains("−50", "(−25,0 %)");
        });
    }

    private void show(String account, ItemRef ref, @Nullable Field field, Consumer<String> look) {
        Browser.open(context, account, "", () -> {
            UI.getCurrent().add(new HistoryPanel(history, ref, field));
            look.accept(part("z-history"));
        });
    }
}
