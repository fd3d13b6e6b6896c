package kz.zhospar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The main job in a real browser, by those who share it, along the route that the application is shipped with. */
@TestPropertySource(properties = "zhospar.test=main-job")
class MainJobE2eTest extends BrowserTest {

    private static final String NAME = "Снижение материнской смертности";

    @Autowired
    private PlanService plans;

    @Autowired
    private JdbcConnectionDetails database;

    @Test
    void leadsFromADraftToAnAuditedChange() {
        var official = browser.signedIn("uoz-official", "/plan/goals/4.3");
        browser.inspect(official, "goal");
        button(official, "Предложить изменения").click();
        official.waitForURL(Pattern.compile(".*draft=\\d+.*"));
        var number = official.url().replaceFirst(".*draft=(\\d+).*", "$1");

        type(cell(official, "Материнская смертность", "2025"), "9,5");
        type(cell(official, "Младенческая смертность", "2025"), "7,2");
        type(cell(official, "Ожидаемая продолжительность жизни", "2025"), "79,9");
        assertThat(official.getByText(Pattern.compile("изменений: 3 · сохранено в")))
                .isVisible();
        official.reload();
        assertThat(cell(official, "Материнская смертность", "2025")).containsText("9,5");
        browser.inspect(official, "goal-draft");

        official.navigate(browser.address("/changes/" + number));
        describe(official);
        browser.inspect(official, "request-draft");
        button(official, "Отправить на согласование").click();
        assertThat(official.getByText("На согласовании").first()).isVisible();

        var head = browser.signedIn("uoz-head", "/");
        browser.inspect(head, "home-head");
        head.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(NAME))
                .first()
                .click();
        head.waitForURL("**/changes/" + number);
        browser.inspect(head, "request-review");
        returnOne(head);
        browser.inspect(head, "request-split");
        assertThat(value(56)).as("one step of four").isEqualTo("≤10");

        approve("economy", number, "Согласовать и передать: Куратор");
        approve("curator-3", number, "Согласовать и передать: Аппарат акима");
        var akim = browser.signedIn("akim-office", "/changes/" + number);
        button(akim, "Утвердить: изменить план (2 изменения)").dblclick();
        assertThat(akim.getByText("Утверждён").first()).isVisible();
        assertThat(value(56)).isEqualTo("9.5");
        assertThat(value(55)).isEqualTo("7.2");
        assertThat(value(57)).as("what came back").isNotEqualTo("78.1");
        browser.inspect(akim, "request-approved");

        var part = takeSuggestion(official);
        approve("uoz-head", part, "Согласовать и передать: Управление экономики");
        approve("economy", part, "Согласовать и передать: Куратор");
        approve("curator-3", part, "Согласовать и передать: Аппарат акима");
        approve("akim-office", part, "Утвердить: изменить план (1 изменение)");
        assertThat(value(57)).isEqualTo("78.1");
        assertThat(value(56)).isEqualTo("9.5");

        audit(number, part);
        assertThat(browser.errors()).as("errors in the browser").isEmpty();
    }

    private static void describe(Page official) {
        Browser.textBox(official, "Название").fill(NAME);
        Browser.textBox(official, "Обоснование").fill("Факт 2021 года и новые стандарты родовспоможения");
        Browser.textBox(official, "Номер документа").fill("12-4/778");
        assertThat(official.getByText(Pattern.compile("Сохранено в"))).isVisible();
        var pdf = new FilePayload("приказ.pdf", "application/pdf", "%PDF-1.4 приказ".getBytes(StandardCharsets.UTF_8));
        official.locator("input[type=file]").setInputFiles(pdf);
        var link = official.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("приказ.pdf"));
        assertThat(link).isVisible();
        assertThat(official.waitForDownload(link::click).suggestedFilename()).isEqualTo("приказ.pdf");
    }

    /** Gives the third change back with a reason and another value; the others go on. */
    private void returnOne(Page head) {
        var change = head.locator(".z-change", new Page.LocatorOptions().setHasText("Показатель 57"));
        change.getByText("Вернуть", new Locator.GetByTextOptions().setExact(true))
                .click();
        change.getByLabel(Pattern.compile("Причина")).fill("Прогноз завышен, см. данные БНС");
        change.getByLabel(Pattern.compile("другое значение")).fill("78,1");
        browser.inspect(head, "request-verdict");
        button(
                        head,
                        "Принять 2 изменения и передать: Управление экономики; "
                                + "1 изменение вернуть автору отдельным черновиком")
                .click();
        assertThat(head.getByText("Возвращено отдельным черновиком").first()).isVisible();
    }

    /** The author takes over what was suggested and submits the split-off draft. */
    private String takeSuggestion(Page official) {
        official.navigate(browser.address("/"));
        assertThat(official.locator(".z-main")).containsText("Прогноз завышен");
        browser.inspect(official, "home-returned");
        official.locator(".z-request-row", new Page.LocatorOptions().setHasText("Прогноз завышен"))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        official.waitForURL("**/changes/*");
        browser.inspect(official, "request-returned");
        button(official, "Взять предложенное").click();
        assertThat(official.locator(".z-change-values ins")).containsText("78,1");
        button(official, "Отправить на согласование").click();
        assertThat(official.getByText("На согласовании").first()).isVisible();
        return official.url().replaceFirst(".*/", "");
    }

    private void approve(String account, String number, String button) {
        var page = browser.signedIn(account, "/changes/" + number);
        button(page, button).click();
        assertThat(button(page, button)).isHidden();
        assertThat(page.locator(".z-route")).containsText("Согласовано");
        page.context().close();
    }

    /** The goal as it was before: by the list of changes, through its screens and back, and by a day too early. */
    private void lookBack(Page auditor) {
        auditor.navigate(browser.address("/plan/goals/4.3"));
        button(auditor, "План на дату").click();
        browser.inspect(auditor, "goal-moments");
        auditor.locator(".asof-latest li", new Page.LocatorOptions().setHasText("Первоначальная загрузка"))
                .getByRole(AriaRole.LINK)
                .click();
        auditor.waitForURL("**/plan/goals/4.3?revision=1");
        assertThat(auditor.locator(".asof")).containsText("План в редакции № 1");
        assertThat(cell(auditor, "Материнская смертность", "2025")).containsText("≤10");
        browser.inspect(auditor, "goal-past");
        auditor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Финансирование"))
                .click();
        auditor.waitForURL(Pattern.compile(".*section=money&revision=1"));
        assertThat(auditor.locator(".z-main")).containsText("Всего по документу");
        auditor.goBack();
        assertThat(cell(auditor, "Материнская смертность", "2025")).containsText("≤10");
        auditor.getByText("Вернуться к действующему плану").click();
        assertThat(cell(auditor, "Материнская смертность", "2025")).containsText("9,5");

        button(auditor, "План на дату").click();
        Browser.fillDay(auditor, "День", "01.03.2019");
        button(auditor, "Показать план на этот день").click();
        auditor.waitForURL("**/plan/goals/4.3?asof=2019-03-01");
        assertThat(auditor.locator(".z-main")).containsText("На 01.03.2019 план здесь ещё не вёлся.");
        browser.inspect(auditor, "goal-too-early");
        auditor.getByText("Первая редакция плана").click();
        assertThat(cell(auditor, "Материнская смертность", "2025")).containsText("≤10");
    }

    private void audit(String number, String part) {
        var auditor = browser.signedIn("auditor", "/plan/goals/4.3?section=history");
        var history = auditor.locator(".z-main");
        assertThat(history).containsText("Показатель 56");
        assertThat(history).containsText("≤10");
        assertThat(history).containsText("9,5");
        assertThat(history).containsText("Факт 2021 года и новые стандарты родовспоможения");
        assertThat(history).containsText("Руководитель органа");
        assertThat(history).containsText("Аппарат акима");
        browser.inspect(auditor, "goal-history");
        lookBack(auditor);
        auditor.navigate(browser.address("/audit"));
        assertThat(auditor.locator(".z-main")).containsText("Изменение плана");
        browser.inspect(auditor, "audit");
        auditor.navigate(browser.address("/plan/indicators/56"));
        assertThat(auditor.locator(".z-main")).containsText("9,5");
        browser.inspect(auditor, "indicator");
        auditor.navigate(browser.address("/plan"));
        browser.inspect(auditor, "plan");
        auditor.navigate(browser.address("/changes"));
        browser.inspect(auditor, "changes");
        tellWhatChanged(auditor, number, part);
        tellWhoEasedATarget(auditor, number);
        tellWhoSigned(auditor, number);
        tellThatNothingIsMissing(auditor);
    }

    /** What changed since the plan was loaded, by which requests, and taken along. */
    private void tellWhatChanged(Page auditor, String number, String part) {
        auditor.navigate(browser.address("/audit/compare"));
        auditor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("с первоначальным планом"))
                .click();
        var changes = auditor.locator(".z-compare-groups");
        assertThat(changes).containsText("Показатель 56");
        assertThat(changes.locator("del").getByText("≤10")).isVisible();
        assertThat(changes.locator("ins").getByText("9,5")).isVisible();
        assertThat(changes).containsText("Запрос № " + number);
        assertThat(changes).containsText("Запрос № " + part);
        assertThat(changes).containsText("Факт 2021 года и новые стандарты родовспоможения");
        browser.inspect(auditor, "compare");
        for (var form : List.of("Таблица XLSX", "Сравнительная таблица DOCX")) {
            var link = auditor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(form));
            assertThat(auditor.waitForDownload(link::click).failure()).isNull();
        }
    }

    /** Who lowered a target, and whether the year was over by then. */
    private void tellWhoEasedATarget(Page auditor, String number) {
        auditor.navigate(browser.address("/audit/queries"));
        auditor.locator(".z-questions")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Облегчённые цели"))
                .click();
        var answer = auditor.locator(".z-answer").filter(new Locator.FilterOptions().setHasText("Показатель 55"));
        assertThat(answer).containsText("Изменено в худшую сторону");
        assertThat(answer.locator("ins")).containsText("7,2");
        assertThat(answer).containsText("Запрос № " + number);
        browser.inspect(auditor, "question-eased");
        auditor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Цели, изменённые поздно"))
                .click();
        assertThat(answer).containsText("Изменено после окончания 2025 года");
        browser.inspect(auditor, "question-late");
    }

    /** Who decided in which position, having opened what; with evidence to take along. */
    private void tellWhoSigned(Page auditor, String number) {
        auditor.navigate(browser.address("/changes/" + number));
        var route = auditor.locator(".z-route");
        for (var office : List.of("Руководитель", "экономики", "Куратор", "Аппарат акима")) {
            assertThat(route).containsText(office);
        }
        browser.inspect(auditor, "request-auditor");
        var evidence =
                auditor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Скачать пакет доказательств"));
        assertThat(auditor.waitForDownload(evidence::click).suggestedFilename())
                .isEqualTo("evidence-request-" + number + ".zip");
    }

    /** Whether anything is missing, and whether somebody with the password of the database is found out. */
    private void tellThatNothingIsMissing(Page auditor) {
        auditor.navigate(browser.address("/audit/seal"));
        var verification = auditor.locator(".z-main");
        button(auditor, "Проверить").click();
        assertThat(verification).containsText("Расхождений нет");
        browser.inspect(auditor, "seal");

        var owner = TestDatabase.asOwner(database.getJdbcUrl());
        var row = " from series_value_aud where rev = (select max(rev) from series_value_aud)";
        var was = owner.sql("select min(number)" + row).query(BigDecimal.class).single();
        set(owner, was.add(BigDecimal.ONE));
        button(auditor, "Проверить").click();
        assertThat(verification).containsText("Изменена строка журнала: таблица series_value_aud");
        browser.inspect(auditor, "seal-tampered");
        set(owner, was);
        button(auditor, "Проверить").click();
        assertThat(verification).containsText("Расхождений нет");
    }

    private static void set(JdbcClient owner, BigDecimal number) {
        TestDatabase.tamper(
                owner,
                "series_value_aud",
                () -> owner.sql("update series_value_aud set number = :number"
                                + " where rev = (select max(rev) from series_value_aud)")
                        .param("number", number)
                        .update());
    }

    private String value(int indicator) {
        return plans.current()
                .tree()
                .indicator(indicator)
                .orElseThrow()
                .series()
                .getFirst()
                .cell(2025)
                .target()
                .print();
    }

    static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    static Locator cell(Page page, String row, String year) {
        return page.locator("tr.plan", new Page.LocatorOptions().setHasText(row))
                .locator("td[data-column='" + year + "']");
    }

    static void type(Locator cell, String text) {
        cell.click();
        cell.page().keyboard().press("Control+A");
        cell.page().keyboard().type(text);
        cell.page().keyboard().press("Enter");
    }
}
