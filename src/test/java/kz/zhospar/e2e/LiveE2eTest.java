package kz.zhospar.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import kz.zhospar.change.DraftService;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Two people on one goal. */
class LiveE2eTest extends BrowserTest {

    private static final String BODY = "uo";
    private static final String OFFICIAL = "Мадина Жумабаева";
    private static final String HEAD = "Тимур Байжанов";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlanService plans;

    @Autowired
    private DraftService drafts;

    private Drafts others;
    private Series series;
    private String goal;
    private String row;

    @BeforeEach
    void findAGoal() {
        others = new Drafts(context);
        series = others.series(BODY);
        var tree = plans.current().tree();
        var of = tree.goalOf(series.ref()).orElseThrow();
        goal = "/plan/goals/" + of.number();
        row = of.indicators().stream()
                .filter(indicator -> indicator.series().contains(series))
                .findFirst()
                .orElseThrow()
                .name()
                .ru();
    }

    @Test
    void showsWhoElseIsThereAndWhereTheyWrite() {
        var head = browser.signedIn("uo-head", goal);
        assertThat(here(head)).hasCount(0);
        var official = browser.signedIn("uo-official", goal + "?draft=" + draft());
        assertThat(here(head)).hasText(Pattern.compile(OFFICIAL));
        assertThat(here(official)).hasText(Pattern.compile(HEAD));

        cell(official, "2025").click();
        assertThat(cell(head, "2025").locator(".live-guest")).containsText(OFFICIAL);
        browser.inspect(head, "goal-others");
        official.keyboard().press("Escape");
        assertThat(head.locator(".live-guest")).hasCount(0);

        var secondTab = official.context().newPage();
        secondTab.navigate(browser.address(goal));
        assertThat(here(secondTab)).hasText(Pattern.compile(HEAD));
        assertThat(here(head)).hasCount(1);
        secondTab.close();
        official.close();
        assertThat(here(head)).hasCount(0);
        assertThat(browser.errors()).as("errors in the browser").isEmpty();
    }

    @Test
    void showsWhatIsAppliedAndKeepsWhatIsBeingTyped() {
        var reader = browser.signedIn("auditor", goal);
        var official = browser.signedIn("uo-official", goal + "?draft=" + draft());
        cell(official, "2025").click();
        official.keyboard().type("77,7");
        var input = cell(official, "2025").locator("input");

        apply(2023, "61.5");
        assertThat(cell(reader, "2023")).containsText("61,5");
        assertThat(cell(official, "2023")).containsText("61,5");
        assertThat(input).isFocused();
        assertThat(input).hasValue("77,7");
        // What is typed is saved on the way, or the other request would find its place free and hold it.
        assertThat(official.getByText(Pattern.compile("изменений: 1"))).isVisible();

        apply(2025, "62.5");
        assertThat(cell(reader, "2025")).containsText("62,5");
        assertThat(official.locator(".ws-conflicts")).containsText("62,5");
        assertThat(input).isFocused();
        assertThat(input).hasValue("77,7");
        browser.inspect(official, "goal-moved");
        assertThat(browser.errors()).as("errors in the browser").isEmpty();
    }

    @Test
    void showsWhatIsSavedInAnotherTabAndWhatIsSubmitted() {
        var draft = draft();
        var one = browser.signedIn("uo-official", goal + "?draft=" + draft);
        var other = one.context().newPage();
        other.navigate(browser.address(goal + "?draft=" + draft));
        MainJobE2eTest.type(cell(one, "2024"), "55,5");
        assertThat(cell(other, "2024")).containsText("55,5");
        assertThat(cell(other, "2022")).hasClass(Pattern.compile("edit"));

        submit(2022, "44.4");
        assertThat(cell(one, "2022")).hasClass(Pattern.compile("locked"));
        assertThat(cell(other, "2022")).hasClass(Pattern.compile("locked"));
    }

    private long draft() {
        return as(person("uo-official"), drafts::open);
    }

    private long submit(int year, String value) {
        var number = others.draft(BODY, "Другие " + year, Field.of(Attribute.TARGET, year), value);
        as(person("uo-official"), () -> drafts.submit(number));
        return number;
    }

    private void apply(int year, String value) {
        others.approveAll(submit(year, value));
    }

    private Locator cell(Page page, String year) {
        return MainJobE2eTest.cell(page, row, year).first();
    }

    private static Locator here(Page page) {
        return page.locator(".live-names li");
    }
}
