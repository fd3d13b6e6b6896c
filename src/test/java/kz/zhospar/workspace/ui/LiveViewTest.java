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
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.SignIn;
import kz.zhospar.identity.WithPerson;
import kz.zhospar.live.Presence;
import kz.zhospar.live.ui.WhoIsHere;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.PlanChangeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Open pages while others work. */
@PlanChangeTest
@WithPerson("ugm-official")
class LiveViewTest {

    private static final String ROW = "Показатель 6, План, %d год";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlanService plans;

    @Autowired
    private DraftService drafts;

    @Autowired
    private Presence presence;

    private Drafts others;

    @BeforeEach
    void findOthers() {
        others = new Drafts(context);
    }

    @Test
    void namesTheOthersOnThePageAndMarksTheCellThatTheyEdit() {
        open("plan/goals/1.2", () -> {
            assertThat(text(WhoIsHere.class)).doesNotContain("ugm-head");
            var key = cell(ROW.formatted(2024)).key();
            var stay = SignIn.as(SignIn.person("ugm-head"), () -> presence.enter("goal/1.2"));
            until(() -> text(WhoIsHere.class).contains("Сейчас на странице:")
                    && text(WhoIsHere.class).contains("ugm-head"));

            stay.edit(key);
            until(() -> text(WhoIsHere.class).contains("вносит изменения"));

            go("plan/goals/1.2?section=money");
            assertThat(text(WhoIsHere.class)).contains("ugm-head");
            stay.close();
            until(() -> !text(WhoIsHere.class).contains("вносит изменения"));
        });
    }

    @Test
    void tellsTheOthersWhereOneIsAndWhatOneEdits() {
        open("plan/goals/1.2", () -> {
            var grid = _get(ValueGrid.class);
            var key = cell(ROW.formatted(2024)).key();
            grid.editing(key);
            assertThat(seenByOthers("goal/1.2").cells()).containsExactly(key);

            grid.editing("");
            assertThat(seenByOthers("goal/1.2").cells()).isEmpty();
            grid.editing("no such cell");
            assertThat(seenByOthers("goal/1.2").cells()).isEmpty();

            grid.editing(key);
            go("plan/goals/1.2?section=money");
            assertThat(seenByOthers("goal/1.2").cells()).isEmpty();
            go("plan/goals/1.3");
            assertThat(others("goal/1.2")).isEmpty();
            assertThat(others("goal/1.3")).hasSize(1);
        });
        assertThat(others("goal/1.3")).isEmpty();
    }

    @Test
    void showsWhatWasApprovedOnAnOpenGoal() {
        open("plan/goals/1.2", () -> {
            var grid = _get(ValueGrid.class);
            apply(2024, "1.71");
            until(() -> cell(ROW.formatted(2024)).text().equals("1,71"));
            assertThat(_get(ValueGrid.class)).isSameAs(grid);
        });
    }

    @Test
    void showsWhatWasApprovedOnAnOpenIndicatorAndKeepsTheSearch() {
        open("plan/indicators/6", () -> {
            apply(2023, "1.72");
            until(() -> text(IndicatorView.class).contains("1,72"));
        });
        open("plan?q=поездок", () -> {
            var search = _get(TextField.class);
            apply(2023, "1.73");
            until(() -> stated(2023).equals("1.73"));
            assertThat(_get(TextField.class)).isSameAs(search);
            assertThat(text(PlanView.class)).contains("Найдено");
        });
    }

    @Test
    void showsConflictsOfAnOpenDraft() {
        var mine = drafts.open();
        drafts.edit(mine, series(), Field.of(Attribute.TARGET, 2022), Quantity.of("1.45"));
        open("plan/goals/1.2?draft=" + mine, () -> {
            assertThat(text(ConflictPanel.class)).isEmpty();
            apply(2022, "1.41");
            until(() -> text(ConflictPanel.class).contains("1,41"));
            assertThat(text(ConflictPanel.class)).contains("1,45");
        });
    }

    @Test
    void showsALockAsSoonAsARequestIsSubmitted() {
        open("plan/goals/1.2?draft=" + drafts.open(), () -> {
            assertThat(cell(ROW.formatted(2025)).access()).isEqualTo("edit");
            var number = submit(2025, "1.9");
            until(() -> cell(ROW.formatted(2025)).access().equals("locked"));

            SignIn.as(SignIn.person("ugm-head"), () -> drafts.withdraw(number));
            until(() -> cell(ROW.formatted(2025)).access().equals("edit"));
        });
    }

    @Test
    void showsWhatAnotherTabSavedInTheSameDraft() {
        var mine = drafts.open();
        open("plan/goals/1.2?draft=" + mine, () -> {
            drafts.edit(mine, series(), Field.of(Attribute.TARGET, 2024), Quantity.of("1.66"));
            until(() -> cell(ROW.formatted(2024)).text().equals("1,66"));
            assertThat(text(DraftBar.class)).contains("изменений: 1");
        });
    }

    @Test
    void leavesAnOpenFormAloneAndOffersWhatIsNewer() {
        var mine = drafts.open();
        open("plan/goals/1.2?section=actions&draft=" + mine, () -> {
            _click(_find(NativeButton.class, spec -> spec.withText("Изменить")).getFirst());
            var field = _get(TextField.class, spec -> spec.withLabel("Наименование на русском"));
            _setValue(field, "Пишу название");
            var second =
                    plans.current().tree().goal("1.2").orElseThrow().actions().get(1);
            drafts.edit(mine, second.ref(), Field.of(Attribute.TITLE), LocalizedText.of("С другой вкладки"));
            until(() -> text(MovedBar.class).contains("Черновик изменён на другой вкладке"));
            assertThat(_get(TextField.class, spec -> spec.withLabel("Наименование на русском")))
                    .isSameAs(field);

            _click(_get(Button.class, spec -> spec.withText("Готово")));
            assertThat(text(ActionsPart.class)).contains("Пишу название", "С другой вкладки");
            assertThat(text(MovedBar.class)).isEmpty();
        });
    }

    @Test
    void saysThatADraftWasSentFromAnotherTab() {
        var mine = drafts.open();
        drafts.edit(mine, series(), Field.of(Attribute.TARGET, 2021), Quantity.of("1.37"));
        drafts.describe(mine, "Поездки", "Обоснование", Basis.NONE);
        open("plan/goals/1.2?draft=" + mine, () -> {
            drafts.submit(mine);
            until(() -> text(MovedBar.class).contains("Показать"));
            assertThat(type(ROW.formatted(2021), "1,4").saved()).isFalse();
            drafts.withdraw(mine);
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

    private String stated(int year) {
        return plans.current()
                .tree()
                .indicator(6)
                .orElseThrow()
                .series()
                .getFirst()
                .cell(year)
                .target()
                .print();
    }

    /** As the head of the same body. */
    private long submit(int year, String value) {
        return SignIn.as(SignIn.person("ugm-head"), () -> {
            var draft = drafts.open();
            drafts.edit(draft, series(), Field.of(Attribute.TARGET, year), Quantity.of(value));
            drafts.describe(draft, "Поездки", "Уточнение", Basis.NONE);
            return drafts.submit(draft).number();
        });
    }

    private void apply(int year, String value) {
        others.approveAll(submit(year, value));
    }

    private Presence.Visitor seenByOthers(String place) {
        return others(place).getFirst();
    }

    private List<Presence.Visitor> others(String place) {
        return SignIn.as(SignIn.person("ugm-head"), () -> presence.others(place));
    }

    /** Lets the screen take in what other threads have asked of it, until it shows what is waited for. */
    private static void until(Callable<Boolean> condition) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.runUIQueue();
            return condition.call();
        });
    }

    private void open(String address, Runnable look) {
        Browser.open(context, "ugm-official", address, look);
    }
}
