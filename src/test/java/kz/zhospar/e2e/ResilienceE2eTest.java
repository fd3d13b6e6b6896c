package kz.zhospar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.zhospar.e2e.Browser.textBox;
import static kz.zhospar.e2e.MainJobE2eTest.button;
import static kz.zhospar.e2e.MainJobE2eTest.cell;
import static kz.zhospar.e2e.MainJobE2eTest.type;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What people do to a workspace without meaning harm, and what some do meaning it. */
class ResilienceE2eTest extends BrowserTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DraftService drafts;

    @Test
    void showsSomebodyElsesAddressToNobody() {
        var number = new Drafts(context).draft("ut", "Чужой запрос");
        var stranger = browser.signedIn("uk-official", "/changes/" + number);
        assertThat(stranger.locator(".z-main")).containsText("не найден");
        assertThat(stranger.locator(".z-main")).not().containsText("Чужой запрос");
        stranger.navigate(browser.address("/plan/goals/2.3?draft=" + number));
        assertThat(stranger.locator(".z-main")).containsText(Pattern.compile("[Нн]е найден"));
    }

    @Test
    void decidesOnceFromTwoTabs() {
        var number = new Drafts(context).submitted("ut", "Две вкладки");
        var one = browser.signedIn("ut-head", "/changes/" + number);
        var other = one.context().newPage();
        other.navigate(browser.address("/changes/" + number));
        var approve = "Согласовать и передать: Аппарат акима";
        assertThat(button(other, approve)).isVisible();
        button(one, approve).click();
        assertThat(button(one, approve)).isHidden();
        assertThat(button(other, approve)).isHidden();
        assertThat(other.locator(".z-route")).containsText("Согласовано");
        one.goBack();
        one.goForward();
        assertThat(one.locator(".z-main")).containsText("Согласовано");
        assertThat(button(one, approve)).isHidden();
    }

    @Test
    void comesBackToTheSamePlaceAfterAnExpiredSession() {
        var page = browser.signedIn("ugm-official", "/plan/goals/1.2");
        page.context().clearCookies();
        page.navigate(browser.address("/plan/goals/1.2?section=money"));
        assertThat(textBox(page, "Учётная запись")).isVisible();
        browser.signIn(page, "ugm-official");
        assertThat(page).hasURL(Pattern.compile(".*/plan/goals/1\\.2\\?section=money.*"));
    }

    @Test
    void showsHostileTextAsText() {
        var hostile = "<img src=x onerror=\"document.title='hacked'\">${7*7}';--";
        var number = new Drafts(context).draft("ut", hostile);
        as(
                person("ut-official"),
                () -> drafts.describe(number, hostile, hostile + "я".repeat(10_000), Basis.named(hostile)));
        var page = browser.signedIn("ut-official", "/changes/" + number);
        assertThat(page.locator("h1")).containsText(hostile);
        assertThat(page.locator("img[src=x]")).hasCount(0);
        browser.inspect(page, "hostile");
        page.navigate(browser.address("/changes"));
        assertThat(page.locator(".z-main")).containsText(hostile);
        page.navigate(browser.address("/plan?q=" + "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"));
        assertThat(page.locator("img[src=x]")).hasCount(0);
        assertThat(page.title()).isNotEqualTo("hacked");
    }

    @Test
    void takesKeysAndRowsOfASpreadsheet() {
        var number = as(person("us-sport-official"), drafts::open);
        var page = browser.signedIn("us-sport-official", "/plan/goals/4.6?draft=" + number);
        var row = editableRow(page);
        type(cell(page, row, "2023"), "31,5");
        assertThat(cell(page, row, "2023")).containsText("31,5");
        cell(page, row, "2021").focus();
        page.keyboard().press("ArrowRight");
        assertThat(cell(page, row, "2022")).isFocused();
        paste(page, "41,1\t42,2\t43,3");
        assertThat(cell(page, row, "2022")).containsText("41,1");
        assertThat(cell(page, row, "2023")).containsText("42,2");
        assertThat(cell(page, row, "2024")).containsText("43,3");
        assertThat(page.getByText(Pattern.compile("изменений: 3"))).isVisible();
        page.reload();
        assertThat(cell(page, row, "2024")).containsText("43,3");
    }

    @Test
    void tellsWhichRequestHoldsACell() {
        var series = new Drafts(context).series("dchs");
        var number = as(person("dchs-official"), () -> {
            var draft = drafts.open();
            drafts.describe(draft, "Занятая ячейка", "Обоснование", Basis.named(""));
            drafts.edit(draft, series.ref(), Field.of(Attribute.TARGET, 2025), Quantity.of("123.4"));
            drafts.submit(draft);
            return draft;
        });
        var mine = as(person("dchs-head"), drafts::open);
        var page = browser.signedIn("dchs-head", "/plan/goals/7.3?draft=" + mine);
        var held = page.locator("td.locked");
        assertThat(held).hasCount(1);
        assertThat(held).hasAttribute("title", Pattern.compile(".*№ " + number + ".*"));
    }

    /** The name of the first row that may be written in. */
    static String editableRow(Page page) {
        return page.locator("tbody", new Page.LocatorOptions().setHas(page.locator("td.edit")))
                .first()
                .locator(".vg-title a")
                .innerText();
    }

    private static void paste(Page page, String text) {
        page.evaluate("""
                text => {
                  const data = new DataTransfer();
                  data.setData('text/plain', text);
                  document.activeElement.dispatchEvent(
                    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                }""", text);
    }
}
