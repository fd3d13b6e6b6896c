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

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import kz.zhospar.change.Basis;
import kz.zhospar.change.RequestState;
import kz.zhospar.common.Quantity;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ScreenTest
class RequestViewTest {

    private static final String BODY = "ugm";

    @Autowired
    private ApplicationContext context;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void leadsFromADraftToAChangedPlan() {
        var field = drafts.freshField(BODY);
        var number = drafts.draft(BODY, "Новая цель на год", field, "42.5");

        open("ugm-official", number, () -> {
            assertThat(text()).contains("Черновик", "Маршрут: Руководитель органа → Аппарат акима", "42,5");
            click("Отправить на согласование");
            assertThat(text()).contains("На согласовании", "принимает решение").doesNotContain("Убрать");
            assertThat(buttons()).contains("Отозвать");
        });
        open("ugm-head", number, () -> {
            _setValue(remark(), "Сверено с отчётом");
            click("Согласовать и передать: Аппарат акима");
            assertThat(part("z-route")).contains("Согласовано", "ugm-head", "Сверено с отчётом");
            assertThat(part("z-request-actions")).isEmpty();
        });
        open("akim-office", number, () -> {
            click("Утвердить: изменить план (1 изменение)");
            assertThat(text()).contains("Утверждён");
        });

        assertThat(drafts.series(BODY).cell(field.year()).target()).isEqualTo(Quantity.of("42.5"));
    }

    @Test
    void asksForAReasonAndGivesTheRequestBackWithIt() {
        var number = drafts.submitted(BODY, "На возврат");

        open("ugm-head", number, () -> {
            click("Вернуть на доработку…");
            click("Вернуть на доработку");
            assertThat(reason().isInvalid()).isTrue();
            assertThat(_find(Dialog.class)).isNotEmpty();
            _setValue(reason(), "Нет ссылки на отчёт");
            click("Вернуть на доработку");
            assertThat(_find(Dialog.class)).isEmpty();
            assertThat(text()).contains("Возвращён на доработку", "Нет ссылки на отчёт");
        });
        open("ugm-official", number, () -> {
            assertThat(part("z-route")).contains("Нет ссылки на отчёт");
            assertThat(buttons()).contains("Отправить на согласование");
        });
    }

    @Test
    void endsARejectedRequest() {
        var number = drafts.submitted(BODY, "На отклонение");

        open("ugm-head", number, () -> {
            click("Отклонить…");
            _setValue(reason(), "Противоречит программе");
            click("Отклонить");
            assertThat(text()).contains("Отклонён");
        });

        open("ugm-official", number, () -> assertThat(part("z-request-actions")).isEmpty());
    }

    @Test
    void keepsTheReasonWhenTheDecisionIsRefused() {
        var number = drafts.submitted(BODY, "Отзывают под рукой");

        open("ugm-head", number, () -> {
            click("Отклонить…");
            _setValue(reason(), "Долгое объяснение");
            as(person("ugm-official"), () -> drafts.drafts().withdraw(number));
            click("Отклонить");
            assertThat(part("z-alert")).contains("уже не на согласовании");
            assertThat(reason().getValue()).isEqualTo("Долгое объяснение");
        });
    }

    @Test
    void refusesToApproveWhatHasChangedSinceItWasShown() {
        var number = drafts.submitted(BODY, "Меняют под рукой");

        open("ugm-head", number, () -> {
            as(person("ugm-official"), () -> {
                drafts.drafts().withdraw(number);
                drafts.drafts().describe(number, "Другое название", "Другое обоснование", Basis.NONE);
                return drafts.drafts().submit(number);
            });
            var heard = text().contains("Другое название");
            click("Согласовать и передать: Аппарат акима");
            // On a slow machine the page may have heard of it already, and shows what is decided on.
            if (!heard && part("z-alert").contains("Содержание запроса изменилось")) {
                assertThat(part("z-route")).doesNotContain("Согласовано");
                click("Обновить страницу");
                click("Согласовать и передать: Аппарат акима");
            }
            assertThat(text()).contains("Другое название");
            assertThat(part("z-route")).contains("Согласовано");
        });
    }

    @Test
    void savesWhatTheAuthorWritesAndSaysWhen() {
        var number = drafts.draft(BODY, "Черновик");

        open("ugm-official", number, () -> {
            _setValue(title(), "Название получше");
            assertThat(part("z-save-status")).startsWith("Сохранено в ");
            assertThat(text()).contains("№ %d. Название получше".formatted(number));
        });

        assertThat(as(person("ugm-official"), () -> drafts.requests().find(number))
                        .summary()
                        .title())
                .isEqualTo("Название получше");
    }

    @Test
    void takesInWhatAnotherTabHasWrittenBesideWhatIsTypedHere() {
        var number = drafts.draft(BODY, "Черновик");

        open("ugm-official", number, () -> {
            _setValue(title(), "я".repeat(301));
            var basis = Basis.named("Протокол другой вкладки");
            as(person("ugm-official"), () -> drafts.drafts().describe(number, "Там", "Обоснование там", basis));
            _get(RequestView.class).refreshFromOutside();
            assertThat(title().getValue()).as("typed here").hasSize(301);
            assertThat(_get(TextArea.class, spec -> spec.withLabel("Обоснование"))
                            .getValue())
                    .isEqualTo("Обоснование там");
            _setValue(title(), "Здесь");
        });

        var details = as(person("ugm-official"), () -> drafts.requests().find(number));
        assertThat(details.summary().title()).isEqualTo("Здесь");
        assertThat(details.justification()).isEqualTo("Обоснование там");
        assertThat(details.basis().name()).isEqualTo("Протокол другой вкладки");
    }

    @Test
    void savesATextWithoutWhatNoDatabaseTakes() {
        var number = drafts.draft(BODY, "Черновик");

        open("ugm-official", number, () -> {
            _setValue(title(), "Вставлено\0 из файла\u202E");
            assertThat(part("z-save-status")).startsWith("Сохранено в ");
        });

        assertThat(as(person("ugm-official"), () -> drafts.requests().find(number))
                        .summary()
                        .title())
                .isEqualTo("Вставлено из файла");
    }

    @Test
    void keepsWhatCouldNotBeSaved() {
        var number = drafts.draft(BODY, "Черновик");

        open("ugm-official", number, () -> {
            _setValue(title(), "я".repeat(301));
            assertThat(part("z-save-status")).contains("Не сохранено", "не более 300 знаков");
            click("Отправить на согласование");
            assertThat(part("z-alert")).contains("текст ещё не сохранён");
            assertThat(title().getValue()).hasSize(301);
        });
    }

    @Test
    void takesAChangeOut() {
        var number = drafts.draft(BODY, "Лишнее");

        open("ugm-official", number, () -> {
            click("Убрать");
            assertThat(text()).contains("В запросе пока нет изменений");
            click("Отправить на согласование");
            assertThat(part("z-alert")).contains("нет ни одного изменения");
        });
    }

    @Test
    void showsThreeValuesWhereThePlanHasMovedAndSettlesThem() {
        var field = drafts.freshField(BODY);
        var mine = drafts.draft(BODY, "Моё", field, "1.5");
        var theirs = drafts.draft(BODY, "Их", field, "2.5");
        as(person("ugm-official"), () -> drafts.drafts().submit(theirs));
        drafts.approve("ugm-head", theirs, "");
        drafts.approve("akim-office", theirs, "");

        open("ugm-official", mine, () -> {
            assertThat(part("z-change-three"))
                    .contains("Было в основе", "не указано", "Сейчас в плане", "2,5", "Предлагается", "1,5");
            click("Отправить на согласование");
            assertThat(part("z-alert")).contains("План изменился", "2,5");
            click("Оставить предлагаемое");
            assertThat(part("z-change-values")).contains("2,5", "1,5", "−1,0");
            click("Отправить на согласование");
            assertThat(text()).contains("На согласовании");
        });
    }

    @Test
    void withdrawsFromReview() {
        var number = drafts.submitted(BODY, "Отзываемый");

        open("ugm-official", number, () -> {
            click("Отозвать");
            _click(_find(com.vaadin.flow.component.button.Button.class, spec -> spec.withText("Отозвать"))
                    .getLast());
            assertThat(text()).contains("Отозван");
        });

        assertThat(as(person("ugm-official"), () -> drafts.requests().find(number))
                        .state())
                .isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void leadsBackToThePlanWithTheDraft() {
        var number = drafts.draft(BODY, "Продолжение");

        open(
                "ugm-official",
                number,
                () -> assertThat(_get(Anchor.class, spec -> spec.withText("Продолжить правку"))
                                .getHref())
                        .endsWith("?draft=" + number)
                        .startsWith("plan/goals/"));
    }

    @Test
    void doesNotExistForOthers() {
        var number = drafts.draft(BODY, "Чужой");

        for (var account : new String[] {"ut-official", "curator-1"}) {
            open(
                    account,
                    number,
                    () -> assertThat(text()).contains("Страница не найдена").doesNotContain("Чужой"));
        }
        for (var address : new String[] {"changes/999999", "changes/abc", "changes/99999999999999999999"}) {
            Browser.open(
                    context, "ugm-official", address, () -> assertThat(text()).contains("Страница не найдена"));
        }
    }

    @Test
    void isReadByTheAuditorWhoDecidesNothing() {
        var number = drafts.submitted(BODY, "Для проверки");

        open("auditor", number, () -> {
            assertThat(text()).contains("Для проверки", "Обоснование: Для проверки", "Протокол № 7");
            assertThat(part("z-request-actions")).isEmpty();
        });
    }

    @Test
    void showsHostileTextAsText() {
        var number = drafts.draft(BODY, "<script>alert(1)</script>");
        as(
                person("ugm-official"),
                () -> drafts.drafts()
                        .describe(
                                number,
                                "<script>alert(1)</script>",
                                "<img src=x onerror=alert(1)>".repeat(400),
                                Basis.named("<b>")));
        as(person("ugm-official"), () -> drafts.drafts().submit(number));

        open("ugm-head", number, () -> {
            assertThat(text()).contains("<script>alert(1)</script>", "<img src=x", "<b>");
            assertThat(com.vaadin.flow.component.UI.getCurrent().getElement().getOuterHTML())
                    .doesNotContain("<script>alert", "<img src=x");
        });
    }

    private void open(String account, long number, Runnable look) {
        Browser.open(context, account, "changes/" + number, look);
    }

    private static void click(String button) {
        _click(button(button));
    }

    private static TextField title() {
        return _get(TextField.class, spec -> spec.withLabel("Название"));
    }

    private static TextArea reason() {
        return _get(TextArea.class, spec -> spec.withLabel("Причина"));
    }

    private static TextArea remark() {
        return _get(TextArea.class, spec -> spec.withLabel("Замечание к согласованию (необязательно)"));
    }
}
