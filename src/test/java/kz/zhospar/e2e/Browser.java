package kz.zhospar.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A real Chromium, used as people use it: by labels, at the sizes of a desk and of a phone. */
final class Browser implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // The proxy of the tests signs its certificate itself.
            "--ignore-certificate-errors");

    private static final int PATIENCE = 30_000;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String address;
    private final List<String> errors = new ArrayList<>();

    /** Skips the test where there is no browser. */
    Browser(int port) {
        var executable = executable();
        Assumptions.assumeTrue(executable.isPresent(), "no Chromium found; install one or set ZHOSPAR_CHROMIUM");
        address = "http://127.0.0.1:" + port;
        // A busy machine may take its time; what is waited for ends the wait.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(ARGUMENTS));
    }

    private static Optional<Path> executable() {
        var named = System.getenv("ZHOSPAR_CHROMIUM");
        return Stream.concat(
                        Stream.ofNullable(named).map(Path::of),
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .flatMap(name -> Stream.of(System.getenv("PATH").split(":"))
                                        .map(folder -> Path.of(folder, name))))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A browser of its own, signed in; it opens the path that was asked for. */
    Page signedIn(String account, String path) {
        var page = page(1440, 900);
        page.navigate(address + path);
        signIn(page, account);
        return page;
    }

    void signIn(Page page, String account) {
        textBox(page, "Учётная запись").fill(account);
        textBox(page, "Пароль").fill(account);
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        page.locator(".z-main").waitFor();
    }

    static Locator textBox(Page page, String name) {
        return page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(name));
    }

    /** Writes a day into a field, whose calendar opens a moment after the first letter and hides the rest of the page. */
    static void fillDay(Page page, String name, String day) {
        page.getByLabel(name, new Page.GetByLabelOptions().setExact(true)).fill(day);
        var calendar = page.locator("vaadin-date-picker[opened]");
        calendar.waitFor();
        page.keyboard().press("Enter");
        calendar.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    Page page(int width, int height) {
        BrowserContext context = chromium.newContext(
                new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, height));
        context.onPage(page -> {
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text() + " " + message.location());
                }
            });
        });
        return context.newPage();
    }

    String address(String path) {
        return address + path;
    }

    /** Errors that any page of this browser met, as its developer tools would list them. */
    List<String> errors() {
        return errors;
    }

    /** Keeps a picture at both sizes, and holds the page to the rules of accessibility and to its width. */
    void inspect(Page page, String name) {
        for (var size : new int[][] {{390, 844}, {1440, 900}}) {
            page.setViewportSize(size[0], size[1]);
            page.waitForLoadState(LoadState.NETWORKIDLE);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(SCREENSHOTS.resolve("%s-%d.png".formatted(name, size[0])))
                    .setFullPage(true));
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as("%s fits %d pixels", name, size[0])
                    .isLessThanOrEqualTo(size[0]);
            var violations = new AxeBuilder(page)
                    // Vaadin's own connection indicator stands outside of all regions.
                    .exclude("vaadin-connection-indicator")
                    .analyze()
                    .getViolations();
            assertThat(violations)
                    .as("accessibility of %s at %d", name, size[0])
                    .extracting(rule -> rule.getId() + ": "
                            + rule.getNodes().stream()
                                    .map(node -> String.valueOf(node.getTarget()))
                                    .limit(5)
                                    .toList())
                    .isEmpty();
        }
    }

    /** What the pages look like at the end of a test: the first thing to see when it failed. */
    private void keepLastSight() {
        var number = 0;
        for (var context : chromium.contexts()) {
            for (var page : context.pages()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve("last-sight-%d.png".formatted(++number))));
            }
        }
    }

    @Override
    public void close() {
        keepLastSight();
        chromium.close();
        playwright.close();
    }
}
