package kz.zhospar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.zhospar.e2e.MainJobE2eTest.cell;
import static kz.zhospar.e2e.MainJobE2eTest.type;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import kz.zhospar.change.DraftService;
import kz.zhospar.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What people see, and keep, while the database does not do what it should. */
class OutageE2eTest extends BrowserTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DraftService drafts;

    @Test
    void keepsWhatIsTypedWhileTheDatabaseIsAway() throws Exception {
        var number = as(person("us-sport-official"), drafts::open);
        var page = browser.signedIn("us-sport-official", "/plan/goals/4.6?draft=" + number);
        var row = ResilienceE2eTest.editableRow(page);
        TestDatabase.whileAway(context, () -> {
            type(cell(page, row, "2024"), "77,7");
            assertThat(page.getByText("Данные сейчас недоступны").first()).isVisible();
            assertThat(cell(page, row, "2024")).containsText("77,7");
            var other = page.context().newPage();
            other.navigate(browser.address("/changes"));
            assertThat(other.getByRole(
                            AriaRole.HEADING, new Page.GetByRoleOptions().setName("Данные сейчас недоступны")))
                    .isVisible();
            browser.inspect(other, "outage");
            other.navigate(browser.address("/plan/goals/4.6"));
            assertThat(other.locator(".z-main")).containsText("4.6");
        });
        savesAtLast(page, row);
    }

    @Test
    void keepsWhatIsTypedWhileTheDatabaseOnlyLetsRead() throws Exception {
        var number = as(person("us-sport-official"), drafts::open);
        var page = browser.signedIn("us-sport-official", "/plan/goals/4.6?draft=" + number);
        var row = ResilienceE2eTest.editableRow(page);
        TestDatabase.whileReadOnly(context, () -> {
            tryUntil(page, row, "данные можно только читать");
            assertThat(cell(page, row, "2024")).containsText("77,7");
        });
        savesAtLast(page, row);
    }

    @Test
    void keepsWhatIsTypedWhileThereIsNoRoom() throws Exception {
        var number = as(person("us-sport-official"), drafts::open);
        var page = browser.signedIn("us-sport-official", "/plan/goals/4.6?draft=" + number);
        var row = ResilienceE2eTest.editableRow(page);
        TestDatabase.whileFull(context, "proposed_change", () -> {
            type(cell(page, row, "2024"), "77,7");
            assertThat(page.getByText("закончилось место").first()).isVisible();
            assertThat(cell(page, row, "2024")).containsText("77,7");
        });
        savesAtLast(page, row);
    }

    private static void savesAtLast(Page page, String row) {
        tryUntil(page, row, "изменений: 1");
        page.reload();
        assertThat(cell(page, row, "2024")).containsText("77,7");
    }

    /** Connections that were cut are found out one by one, so that the first attempts may meet one. */
    private static void tryUntil(Page page, String row, String said) {
        var wanted = page.getByText(Pattern.compile(said)).first();
        for (var i = 0; i < 6 && !wanted.isVisible(); i++) {
            type(cell(page, row, "2024"), "77,7");
            page.waitForTimeout(1000);
        }
        assertThat(wanted).isVisible();
    }
}
