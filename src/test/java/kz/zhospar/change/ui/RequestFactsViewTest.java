package kz.zhospar.change.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static com.github.mvysny.kaributesting.v10.UploadKt._upload;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.testing.Browser.buttons;
import static kz.zhospar.testing.Browser.part;
import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import kz.zhospar.change.Basis;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Quantity;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a request rests on, whom it has passed, what else is under way at the same place. */
@ScreenTest
class RequestFactsViewTest {

    private static final String BODY = "uo";
    private static final byte[] PDF = "%PDF-1.4 приказ".getBytes(StandardCharsets.UTF_8);

    @Autowired
    private ApplicationContext context;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void keepsTheBasisDocumentWithNumberAndDate() {
        var number = drafts.draft(BODY, "С основанием");
        var day = LocalDate.of(2024, 3, 1);
        open("uo-official", number, () -> {
            _setValue(_get(TextField.class, spec -> spec.withLabel("Номер документа")), "12-4/778");
            _setValue(date(), day);
            assertThat(part("z-save-status")).startsWith("Сохранено в ");
        });

        assertThat(as(person("uo-official"), () -> drafts.requests().find(number))
                        .basis())
                .isEqualTo(new Basis("Протокол № 7", "12-4/778", day));
        as(person("uo-official"), () -> drafts.drafts().submit(number));
        open("uo-head", number, () -> assertThat(text()).contains("Протокол № 7, № 12-4/778, от 1 мар"));
    }

    @Test
    void takesNoDateThatHasNotComeYet() {
        var number = drafts.draft(BODY, "Завтрашний документ");
        open("uo-official", number, () -> {
            _setValue(date(), LocalDate.now(Formats.ZONE).plusDays(2));
            assertThat(part("z-save-status")).contains("Не сохранено", "ещё не наступила");
            click("Отправить на согласование");
            assertThat(part("z-alert")).contains("ещё не сохранён");
        });

        assertThat(as(person("uo-official"), () -> drafts.requests().find(number))
                        .basis()
                        .date())
                .isNull();
    }

    @Test
    void attachesAFileUnderAHostileNameAndHandsItOut() {
        var number = drafts.draft(BODY, "С файлом");
        var name = "<img src=x onerror=alert(1)>.pdf";
        open("uo-official", number, () -> {
            _upload(_get(Upload.class), name, PDF);
            assertThat(part("z-basis-file")).contains(name, "1 КБ", "SHA-256: ");
            assertThat(_download(link(name))).isEqualTo(PDF);
            as(person("uo-official"), () -> drafts.drafts().submit(number));
        });
        open("uo-head", number, () -> {
            assertThat(_download(link(name))).isEqualTo(PDF);
            assertThat(_find(Upload.class)).isEmpty();
            assertThat(buttons()).doesNotContain("Убрать файл");
        });
    }

    @Test
    void refusesAFileByItsContentAndKeepsTheOneThatIsThere() {
        var number = drafts.draft(BODY, "Не тот файл");
        open("uo-official", number, () -> {
            _upload(_get(Upload.class), "приказ.pdf", PDF);
            _upload(_get(Upload.class), "другой.pdf", "MZ no document".getBytes(StandardCharsets.UTF_8));
            assertThat(part("z-alert")).contains("Такой файл приложить нельзя");
            assertThat(part("z-basis-file")).contains("приказ.pdf");
            _upload(_get(Upload.class), "пустой.pdf", new byte[0]);
            assertThat(part("z-alert")).contains("Файл пуст");
            click("Убрать файл");
            assertThat(part("z-basis-file")).contains("не приложен").doesNotContain("приказ.pdf");
        });
    }

    @Test
    void hasADayForEachStageAndSaysHowManyAreLeft() {
        var number = drafts.submitted(BODY, "Со сроком");

        open(
                "uo-official",
                number,
                () -> assertThat(part("z-route")).contains("3 рабочих дня", "осталось 3 рабочих дня", "УО"));
    }

    @Test
    void tellsWhatHasChangedSinceTheRoundBefore() {
        var field = drafts.freshField(BODY);
        var number = drafts.draft(BODY, "Второй круг", field, "1.5");
        as(person("uo-official"), () -> {
            drafts.drafts().submit(number);
            drafts.drafts().withdraw(number);
            drafts.drafts().edit(number, drafts.series(BODY).ref(), field, Quantity.of("2.5"));
            drafts.drafts().edit(number, drafts.series(BODY).ref(), drafts.freshField(BODY), Quantity.of("7.5"));
            drafts.drafts().describe(number, "Второй круг", "Расчёт приложен", Basis.named("Протокол № 7"));
            return drafts.drafts().submit(number);
        });

        open(
                "uo-head",
                number,
                () -> assertThat(part("z-round-difference"))
                        .contains(
                                "Что изменилось с круга 1",
                                "Расчёт приложен",
                                "Предлагается иначе",
                                "1,5",
                                "2,5",
                                "Добавлено в запрос",
                                "7,5")
                        .doesNotContain("Больше не предлагается"));
    }

    @Test
    void saysWhoHasReadItAndWhoOnlyAnEarlierContent() {
        var field = drafts.freshField(BODY);
        var number = drafts.draft(BODY, "Ознакомление", field, "1.5");
        as(person("uo-official"), () -> drafts.drafts().submit(number));
        open("uo-head", number, () -> {});
        open(
                "auditor",
                number,
                () -> assertThat(part("z-viewings")).contains("uo-head").doesNotContain("редакции"));
        as(person("uo-official"), () -> {
            drafts.drafts().withdraw(number);
            drafts.drafts().edit(number, drafts.series(BODY).ref(), field, Quantity.of("2.5"));
            return drafts.drafts().submit(number);
        });
        open(
                "auditor",
                number,
                () -> assertThat(part("z-viewings")).containsSubsequence("uo-head", "в прежней редакции", "auditor"));
    }

    @Test
    void tellsWhoElseIsAtTheSamePlaceButNotWhatHeProposes() {
        var field = drafts.freshField(BODY);
        var mine = drafts.draft(BODY, "Моё место", field, "1.5");
        var theirs = drafts.draft(BODY, "То же место", field, "77.75");

        open("uo-official", mine, () -> {
            assertThat(part("z-neighbour"))
                    .contains("запрос № " + theirs, "УО", "черновик с")
                    .doesNotContain("77,75");
            assertThat(_get(Anchor.class, spec -> spec.withText("Открыть № " + theirs))
                            .getHref())
                    .isEqualTo("changes/" + theirs);
        });
    }

    @Test
    void goesOnInAColleaguesStead() {
        var number = drafts.draft(BODY, "Коллега заболел");
        open("uo-head", number, () -> {
            click("Продолжить вместо коллеги…");
            click("Продолжить");
            assertThat(text()).contains("Ведёт: uo-head");
            assertThat(buttons()).contains("Отправить на согласование");
        });
        open("uo-official", number, () -> {
            assertThat(_find(TextField.class, spec -> spec.withLabel("Название")))
                    .isEmpty();
            assertThat(buttons()).contains("Продолжить вместо коллеги…");
        });
    }

    @Test
    void takesInWhatWasWrittenElsewhereButNotOverWhatIsBeingTyped() {
        var number = drafts.draft(BODY, "Два окна");
        open("uo-official", number, () -> {
            var title = _get(TextField.class, spec -> spec.withLabel("Название"));
            describe(number, "Из другого окна");
            _get(RequestView.class).refreshFromOutside();
            assertThat(title.getValue()).isEqualTo("Из другого окна");
            _setValue(title, "я".repeat(301));
            describe(number, "Ещё раз");
            _get(RequestView.class).refreshFromOutside();
            assertThat(title.getValue()).hasSize(301);
        });
    }

    private void describe(long number, String title) {
        as(
                person("uo-official"),
                () -> drafts.drafts().describe(number, title, "Обоснование", Basis.named("Протокол № 7")));
    }

    private void open(String account, long number, Runnable look) {
        Browser.open(context, account, "changes/" + number, look);
    }

    private static void click(String button) {
        _click(_find(Button.class, spec -> spec.withText(button)).getLast());
    }

    private static DatePicker date() {
        return _get(DatePicker.class, spec -> spec.withLabel("Дата документа"));
    }

    private static Anchor link(String text) {
        return _get(Anchor.class, spec -> spec.withText(text));
    }
}
