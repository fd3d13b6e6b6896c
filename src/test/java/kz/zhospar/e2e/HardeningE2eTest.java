package kz.zhospar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** What only a browser shows: a policy that is kept, and the notice before the end of a session. */
class HardeningE2eTest extends BrowserTest {

    @Test
    void runsNoScriptThatSomebodyPutsIntoAPage() {
        var page = browser.signedIn("auditor", "/audit/access?person=auditor");
        assertThat(page.locator(".z-access > li").first()).containsText("Вход");
        browser.inspect(page, "access");
        assertThat(browser.errors()).isEmpty();

        page.evaluate("""
                () => {
                  const script = document.createElement('script');
                  script.textContent = 'window.injected = true';
                  document.body.append(script);
                  document.body.insertAdjacentHTML('beforeend', '<img src="none" onerror="window.injected = true">');
                }""");
        page.waitForTimeout(500);

        assertThat((Boolean) page.evaluate("window.injected === undefined")).isTrue();
        assertThat(browser.errors()).anyMatch(error -> error.contains("Content Security Policy"));
    }

    @Test
    void saysBeforeTheSessionEndsAndLetsTheReaderGoOn() {
        var page = browser.signedIn("auditor", "/");
        var notice = page.locator("z-session-end");
        assertThat(notice).isEmpty();

        // As if a minute had passed since.
        page.evaluate("document.querySelector('z-session-end').used -= 60_000");
        ends(page, 90, 60);
        assertThat(notice).containsText("через 1 мин.");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Продолжить работу"))
                .click();
        assertThat(notice).isEmpty();

        ends(page, 90, 100);
        assertThat(notice).containsText("Сеанс завершится через 2 мин. Введённое сохранено.");
        browser.inspect(page, "session-end");
        assertThat(browser.errors()).isEmpty();
    }

    private static void ends(Page page, int idle, int warning) {
        page.evaluate(
                "([idle, warning]) => { const end = document.querySelector('z-session-end');"
                        + " end.idle = idle * 1000; end.warning = warning * 1000; end.check(); }",
                new Integer[] {idle, warning});
    }
}
