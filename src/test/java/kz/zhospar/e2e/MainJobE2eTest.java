package kz.zhospar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import kz.zhospar.plan.PlanService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job in a real browser, by the four people who share it. */
class MainJobE2eTest extends BrowserTest {

    @Autowired
    private PlanService plans;

    @Test
    void leadsFromADraftToAnAuditedChange() {
        var official = browser.signedIn("uoz-official", "/plan/goals/4.3");
        browser.inspect(official, "goal");
        button(official, "Предложить изменения").click();
        official.waitForURL(Pattern.compile(".*draft=\\d+.*"));
        var number = official.url().replaceFirst(".*draft=(\\d+).*", "$1");

        type(cell(official, "Материнская смертность", "2025"), "9,5");
        assertThat(official.getByText(Pattern.compile("изменений: 1 · сохранено в")))
                .isVisible();
        official.reload();
        assertThat(cell(official, "Материнская смертность", "2025")).containsText("9,5");
        browser.inspect(official, "goal-draft");

        official.navigate(browser.address("/changes/" + number));
        Browser.textBox(official, "Название").fill("Снижение материнской смертности");
        Browser.textBox(official, "Обоснование").fill("Факт 2021 года и новые стандарты родовспоможения");
        assertThat(official.getByText(Pattern.compile("Сохранено в"))).isVisible();
        browser.inspect(official, "request-draft");
        button(official, "Отправить на согласование").click();
        assertThat(official.getByText("На согласовании").first()).isVisible();

        var head = browser.signedIn("uoz-head", "/");
        browser.inspect(head, "home-head");
        head.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Снижение материнской смертности"))
                .first()
                .click();
        head.waitForURL("**/changes/" + number);
        browser.inspect(head, "request-review");
        button(head, "Согласовать и передать: Аппарат акима").click();
        assertThat(button(head, "Согласовать и передать: Аппарат акима")).isHidden();
        assertThat(published()).as("one step of two").isEqualTo("≤10");

        var akim = browser.signedIn("akim-office", "/changes/" + number);
        button(akim, "Утвердить: изменить план").dblclick();
        assertThat(akim.getByText("Утверждён").first()).isVisible();
        assertThat(published()).isEqualTo("9.5");
        browser.inspect(akim, "request-approved");

        var auditor = browser.signedIn("auditor", "/plan/goals/4.3?section=history");
        var history = auditor.locator(".z-main");
        assertThat(history).containsText("Показатель 56");
        assertThat(history).containsText("≤10");
        assertThat(history).containsText("9,5");
        assertThat(history).containsText("Факт 2021 года и новые стандарты родовспоможения");
        assertThat(history).containsText("Руководитель органа");
        assertThat(history).containsText("Аппарат акима");
        browser.inspect(auditor, "goal-history");
        auditor.navigate(browser.address("/audit"));
        assertThat(auditor.locator(".z-main")).containsText("Изменение плана");
        browser.inspect(auditor, "audit");
        auditor.navigate(browser.address("/plan/indicators/56"));
        assertThat(auditor.locator(".z-main")).containsText("9,5");
        browser.inspect(auditor, "indicator");
        auditor.navigate(browser.address("/plan"));
        browser.inspect(auditor, "plan");

        assertThat(browser.errors()).as("errors in the browser").isEmpty();
    }

    private String published() {
        return plans.current()
                .tree()
                .indicator(56)
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
