package kz.zhospar.reporting;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestState;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.Provenance;
import kz.zhospar.reporting.ReportingRefusal.Reason;
import kz.zhospar.reporting.internal.CampaignJob;
import kz.zhospar.testing.ZhosparTest;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Reporting periods from the announcement to the plan, and what happens to those who are late. */
@ZhosparTest(properties = "zhospar.test=reporting")
@RecordApplicationEvents
class ReportingModuleTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ApplicationEvents events;

    @Autowired
    private CampaignJob job;

    private Periods periods;

    @BeforeEach
    void prepare() {
        periods = new Periods(context);
    }

    // --- periods ---

    @Test
    void standsWhereTheDayPutsIt() {
        assertThat(periods.announce(2021, 1, 2, 3, periods.scope(39)).state()).isEqualTo(CampaignState.PLANNED);
        assertThat(periods.announce(2021, 0, 0, 3, periods.scope(39)).state()).isEqualTo(CampaignState.OPEN);
        assertThat(periods.announce(2021, -5, -1, 0, periods.scope(39)).state()).isEqualTo(CampaignState.OVERDUE);
        assertThat(periods.announce(2022, -5, -3, -1, periods.scope(39)).state())
                .isEqualTo(CampaignState.CLOSED);
    }

    @Test
    void isReadByEverybodyWhoTakesPart() {
        var campaign = periods.open(2021, periods.scope(40));
        for (var account : List.of("ut-official", "curator-1", "akim-office", "auditor", "admin", "economy")) {
            assertThat(as(person(account), () -> periods.campaigns().find(campaign.number())))
                    .isEqualTo(campaign);
            assertThat(as(person(account), () -> periods.campaigns().all())).contains(campaign);
        }
        assertThatRefused(() -> as(person("auditor"), () -> periods.campaigns().find(999_999)), Reason.NOT_FOUND);
    }

    @Test
    void isStatedByTheAdministratorAlone() {
        var command = periods.command(2021, 0, 1, 2, Scope.ALL);
        for (var account : List.of("economy", "akim-office", "ut-head", "auditor")) {
            assertThatThrownBy(
                            () -> as(person(account), () -> periods.campaigns().announce(command)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void namesTheFieldThatIsWrong() {
        var good = periods.command(2025, 0, 5, 9, Scope.ALL);
        var nothing = new Scope(Set.of(new UUID(0, 1)), Set.of());
        assertThatAnnounceRefuses(command(" ", 2025, good, Scope.ALL), Reason.MISSING);
        assertThatAnnounceRefuses(command("x".repeat(301), 2025, good, Scope.ALL), Reason.TOO_LONG);
        assertThatAnnounceRefuses(command("Факты", null, good, Scope.ALL), Reason.MISSING);
        assertThatAnnounceRefuses(command("Факты", 2031, good, Scope.ALL), Reason.YEAR_OUTSIDE_PLAN);
        assertThatAnnounceRefuses(command("Факты", 2025, good, nothing), Reason.NO_ROWS);
        assertThatAnnounceRefuses(periods.command(2025, 6, 5, 9, Scope.ALL), Reason.OPENS_AFTER_DUE);
        assertThatAnnounceRefuses(periods.command(2025, 0, 10, 9, Scope.ALL), Reason.DUE_AFTER_CLOSES);
        assertThatAnnounceRefuses(periods.command(2025, 0, 5, 365 * 100, Scope.ALL), Reason.DAY_OUT_OF_RANGE);
        assertThatAnnounceRefuses(periods.command(2025, -365 * 2000, 5, 9, Scope.ALL), Reason.DAY_OUT_OF_RANGE);
        for (var threshold : new String[] {"-1", "1001", "0.0000001"}) {
            assertThatAnnounceRefuses(
                    new CampaignCommand(
                            "Факты",
                            2025,
                            good.opens(),
                            good.due(),
                            good.closes(),
                            new BigDecimal(threshold),
                            Scope.ALL),
                    Reason.THRESHOLD_OUT_OF_RANGE);
        }
    }

    private static CampaignCommand command(String title, Integer year, CampaignCommand days, Scope scope) {
        return new CampaignCommand(title, year, days.opens(), days.due(), days.closes(), BigDecimal.ONE, scope);
    }

    private void assertThatAnnounceRefuses(CampaignCommand command, Reason reason) {
        assertThatRefused(() -> as(person("admin"), () -> periods.campaigns().announce(command)), reason);
    }

    @Test
    void isStatedAnewUntilItHasClosed() {
        var campaign = periods.open(2021, periods.scope(67));
        var later = periods.command(2021, -5, 30, 50, periods.scope(67, 68));

        var changed = as(person("admin"), () -> periods.campaigns().change(campaign, later));

        assertThat(changed.closes()).isEqualTo(later.closes());
        assertThat(changed.scope().indicators()).hasSize(2);
        var closed = periods.closed(2022, periods.scope(67));
        assertThatRefused(
                () -> as(person("admin"), () -> periods.campaigns().change(closed, later)), Reason.ALREADY_CLOSED);
    }

    @Test
    void isNotWrittenOverByOneWhoHasNotSeenItsLastState() {
        var campaign = periods.open(2021, periods.scope(69));
        var first = periods.command(2021, -5, 30, 50, periods.scope(69, 72));
        var second = periods.command(2021, -5, 20, 40, periods.scope(69));
        as(person("admin"), () -> periods.campaigns().change(campaign, first));

        assertThatRefused(
                () -> as(person("admin"), () -> periods.campaigns().change(campaign, second)),
                Reason.CHANGED_MEANWHILE);
        assertThat(as(person("admin"), () -> periods.campaigns().find(campaign.number()))
                        .scope())
                .isEqualTo(first.scope());
    }

    @Test
    void keepsItsYearOnceSomebodyHasBegun() {
        var campaign = periods.open(2021, periods.scope(68));
        periods.enter("ump-official", campaign, series(68, 1), "5", "");

        assertThatRefused(
                () -> as(
                        person("admin"),
                        () -> periods.campaigns().change(campaign, periods.command(2022, 0, 5, 9, periods.scope(68)))),
                Reason.YEAR_IN_USE);
    }

    // --- rows ---

    @Test
    void showsABodyItsRowsAndWhichOfThemItLeads() {
        var campaign = periods.open(2025, periods.scope(39, 42));

        var leading = as(person("ut-official"), () -> periods.reports().rows(campaign.number()));
        var helping = as(person("upii-official"), () -> periods.reports().rows(campaign.number()));
        var stranger = as(person("uo-official"), () -> periods.reports().rows(campaign.number()));

        assertThat(leading.rows()).hasSize(2).allMatch(ReportRow::leads).allMatch(ReportRow::isMissing);
        assertThat(leading.rows().getFirst().target()).isEqualTo(Quantity.of("1057"));
        assertThat(leading.mayEnter()).isTrue();
        assertThat(helping.rows()).hasSize(1).noneMatch(ReportRow::leads);
        assertThat(helping.progress().rows()).isZero();
        assertThat(stranger.rows()).isEmpty();
    }

    @Test
    void takesChosenGoalsWhole() {
        var goal = periods.plans().current().tree().goal("2.3").orElseThrow();
        var scope = new Scope(Set.of(goal.ref().id()), Set.of());

        var extent = as(person("admin"), () -> periods.campaigns().extent(scope));

        assertThat(extent.rows()).isEqualTo((int) goal.series().count());
    }

    // --- one request ---

    @Test
    void writesAllFactsOfABodyIntoOneRequest() {
        var campaign = periods.open(2025, periods.scope(39, 40));
        periods.enter("ut-official", campaign, series(39, 1), "1 100,5", "");
        var report = periods.enter("ut-official", campaign, series(40, 1), "1293,67", "");

        var request = as(
                person("ut-official"),
                () -> periods.requests().find(report.request().number()));
        assertThat(request.summary().title()).isEqualTo("Факты за 2025 год, УТ");
        assertThat(request.changes())
                .contains(
                        edit(39, Attribute.ACTUAL, Quantity.of("1100.5")),
                        edit(40, Attribute.ACTUAL, Quantity.of("1293.67")),
                        edit(40, Attribute.PROVENANCE, new Provenance("Отчёт органа", periods.today(), true, "")))
                .hasSize(4);
        assertThat(report.progress()).isEqualTo(new BodyProgress("ut", 2, 0, 0, 2));

        var cleared = as(
                person("ut-official"),
                () -> periods.reports().enter(campaign.number(), new FactEntry(series(40, 1), null, Provenance.FINAL)));
        assertThat(cleared.row(series(40, 1)).orElseThrow().isMissing()).isTrue();
        assertThat(cleared.request().changes()).isEqualTo(2);
    }

    private Change.Edit edit(int indicator, Attribute attribute, Object value) {
        return new Change.Edit(series(indicator, 1), Field.of(attribute, 2025), null, value);
    }

    @Test
    void letsOneColleagueWriteAndShowsTheOtherWho() {
        var campaign = periods.open(2024, periods.scope(39, 40));
        periods.enter("ut-official", campaign, series(39, 1), "964", "");

        var seen = as(person("ut-head"), () -> periods.reports().rows(campaign.number()));

        assertThat(seen.entry()).isEqualTo(Report.Entry.COLLEAGUE);
        assertThat(seen.request().author()).isEqualTo("ut-official");
        assertThat(seen.row(series(39, 1)).orElseThrow().fact()).isEqualTo(Quantity.of("964"));
        assertThatRefused(() -> periods.enter("ut-head", campaign, series(40, 1), "1", ""), Reason.COLLEAGUE_WRITES);
        assertThatRefused(
                () -> as(person("ut-head"), () -> periods.reports().begin(campaign.number())), Reason.COLLEAGUE_WRITES);
    }

    @Test
    void beginsOneRequestForTwoWhoBeginAtOnce() throws Exception {
        var campaign = periods.open(2025, periods.scope(67));
        var gate = new CyclicBarrier(2);
        Callable<Object> begin = () -> {
            gate.await();
            return as(person("ump-official"), () -> periods.reports().begin(campaign.number()))
                    .request()
                    .number();
        };
        try (var pool = Executors.newFixedThreadPool(2)) {
            var results = pool.invokeAll(List.of(begin, begin));
            assertThat(results.get(0).get()).isEqualTo(results.get(1).get());
        }
    }

    @Test
    void refusesRowsOfOthersAndImpossibleTexts() {
        var campaign = periods.open(2025, periods.scope(41, 75));
        assertThatRefused(() -> periods.enter("ut-official", campaign, series(75, 1), "1", ""), Reason.NOT_YOUR_ROW);
        assertThatRefused(() -> periods.enter("uo-official", campaign, series(75, 1), "1", ""), Reason.NOT_YOUR_ROW);
        var tooLong = "x".repeat(20_001);
        assertThatRefused(() -> periods.enter("ut-official", campaign, series(41, 1), "1", tooLong), Reason.TOO_LONG);
        assertThat(as(person("ut-official"), () -> periods.reports().rows(campaign.number()))
                        .request())
                .isNull();
    }

    @Test
    void takesNoFactsBeforeItOpens() {
        var campaign = periods.announce(2025, 1, 2, 3, periods.scope(41));
        assertThatRefused(() -> periods.enter("ut-official", campaign, series(41, 1), "1", ""), Reason.NOT_OPEN_YET);
    }

    // --- comment ---

    @Test
    void wantsACommentWhereAFactIsTooFarBehindThePlan() {
        var campaign = periods.open(2025, periods.scope(11));
        periods.enter("ueiv-official", campaign, series(11, 1), "23,65", "");
        var report = periods.enter("ueiv-official", campaign, series(11, 2), "15,98", "");

        assertThat(report.row(series(11, 1)).orElseThrow().needsComment()).isFalse();
        assertThat(report.row(series(11, 2)).orElseThrow().lacksComment()).isTrue();
        assertThatRefused(() -> periods.submit("ueiv-official", campaign), Reason.COMMENT_MISSING)
                .extracting(refusal -> ((ReportingRefusal) refusal).arguments())
                .isEqualTo(List.of(series(11, 2)));

        periods.enter("ueiv-official", campaign, series(11, 2), "15,98", "Авария на коллекторе");
        var number = periods.submit("ueiv-official", campaign);
        assertThat(as(person("auditor"), () -> periods.requests().find(number)).state())
                .isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void wantsTheCommentAlsoOfARequestThatIsSubmittedElsewhere() {
        var campaign = periods.open(2024, periods.scope(11));
        var report = periods.enter("ueiv-official", campaign, series(11, 2), "20", "");
        var number = report.request().number();

        assertThatThrownBy(
                        () -> as(person("ueiv-official"), () -> periods.drafts().submit(number)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.arguments()).containsExactly(series(11, 2), "10", campaign.title()));

        periods.enter("ueiv-official", campaign, series(11, 2), "20", "Авария на коллекторе");
        assertThat(as(person("ueiv-official"), () -> periods.drafts().submit(number))
                        .state())
                .isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void submitsNoProvenanceWithoutAFact() {
        var campaign = periods.open(2025, periods.scope(2));
        periods.enter("ueiv-official", campaign, series(2, 1), "", "Уточняется");
        assertThatRefused(() -> periods.submit("ueiv-official", campaign), Reason.FACT_MISSING);
    }

    @Test
    void submitsNothingThatWasNotBegun() {
        var campaign = periods.open(2025, periods.scope(72));
        assertThatRefused(() -> periods.submit("ump-official", campaign), Reason.NOT_BEGUN);
    }

    // --- into the plan ---

    @Test
    void bringsFactAndProvenanceIntoThePlanTogether() {
        var campaign = periods.open(2025, periods.scope(113, 114));
        periods.enter("dchs-official", campaign, series(113, 1), "87,6", "");
        var number = periods.submit("dchs-official", campaign);

        var waiting = as(person("dchs-official"), () -> periods.reports().rows(campaign.number()));
        assertThat(waiting.entry()).isEqualTo(Report.Entry.UNDER_REVIEW);
        assertThat(waiting.progress()).isEqualTo(new BodyProgress("dchs", 2, 0, 1, 0));
        assertThatRefused(
                () -> periods.enter("dchs-official", campaign, series(114, 1), "96", ""), Reason.UNDER_REVIEW);

        periods.approve(number);

        var cell = periods.series(113, 1).cell(2025);
        assertThat(cell.actual()).isEqualTo(Quantity.of("87.6"));
        assertThat(cell.provenance()).isEqualTo(new Provenance("Отчёт органа", periods.today(), true, ""));
        var after = periods.enter("dchs-official", campaign, series(114, 1), "96", "");
        assertThat(after.request().number()).as("a further request").isNotEqualTo(number);
        assertThat(after.progress()).isEqualTo(new BodyProgress("dchs", 2, 1, 0, 1));
    }

    @Test
    void letsNoApproverPartAFactFromItsSource() {
        var campaign = periods.open(2023, periods.scope(115));
        periods.enter("dchs-official", campaign, series(115, 1), "80", "Форма 1-ЧС");
        var number = periods.submit("dchs-official", campaign);
        as(person("dchs-head"), () -> {
            var details = periods.requests().find(number);
            var one = details.changes().stream()
                    .map(change -> ItemVerdict.returned(change, "Уточните"))
                    .toList();
            assertThat(one).hasSize(2);
            for (var alone : one) {
                assertFactParted(number, details.contentHash(), List.of(alone));
                var other = one.getFirst() == alone ? one.getLast() : one.getFirst();
                assertFactParted(
                        number, details.contentHash(), List.of(alone, ItemVerdict.rejected(other.change(), "Нет")));
            }
            return periods.reviews().decide(number, details.contentHash(), "", one);
        });
        assertThat(as(person("dchs-official"), () -> periods.requests().find(number))
                        .state())
                .isEqualTo(RequestState.RETURNED);
    }

    private void assertFactParted(long number, String hash, List<ItemVerdict> items) {
        assertThatThrownBy(() -> periods.reviews().decide(number, hash, "", items))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.FACT_WITHOUT_SOURCE));
    }

    @Test
    void goesOnWithTheFactsThatCameBackSingly() {
        var campaign = periods.open(2024, periods.scope(113, 114));
        periods.enter("dchs-official", campaign, series(113, 1), "80", "");
        periods.enter("dchs-official", campaign, series(114, 1), "95", "");
        var number = periods.submit("dchs-official", campaign);
        as(person("dchs-head"), () -> {
            var details = periods.requests().find(number);
            var back = details.changes().stream()
                    .filter(change -> change.ref().equals(series(114, 1)))
                    .map(change -> ItemVerdict.returned(change, "Уточните источник"))
                    .toList();
            return periods.reviews().decide(number, details.contentHash(), "", back);
        });

        var report = as(person("dchs-official"), () -> periods.reports().rows(campaign.number()));

        assertThat(report.mayEnter()).isTrue();
        assertThat(report.request().number()).isNotEqualTo(number);
        assertThat(report.row(series(114, 1)).orElseThrow().remark()).isEqualTo("Уточните источник");
        assertThat(report.row(series(113, 1)).orElseThrow().lock().request()).isEqualTo(number);
        assertThat(report.progress()).isEqualTo(new BodyProgress("dchs", 2, 0, 1, 1));
        assertThat(progress("economy", campaign)).containsExactly(report.progress());
        periods.enter("dchs-official", campaign, series(114, 1), "95", "Форма 1-ЧС");
        periods.approve(number);
        periods.approve(periods.submit("dchs-official", campaign));
        assertThat(progress("economy", campaign)).containsExactly(new BodyProgress("dchs", 2, 2, 0, 0));
    }

    @Test
    void letsAColleagueTakeOver() {
        var campaign = periods.open(2023, periods.scope(39));
        periods.enter("ut-official", campaign, series(39, 1), "870", "");

        var taken = as(person("ut-head"), () -> periods.reports().takeOver(campaign.number()));

        assertThat(taken.mayEnter()).isTrue();
        assertThat(as(person("ut-official"), () -> periods.reports().rows(campaign.number()))
                        .entry())
                .isEqualTo(Report.Entry.COLLEAGUE);
    }

    @Test
    void settlesARowWhoseFactHasMoved() {
        var campaign = periods.open(2025, periods.scope(116));
        periods.enter("dchs-official", campaign, series(116, 1), "99", "");
        var other = as(person("seismology-official"), () -> {
            var draft = periods.drafts().open();
            periods.drafts().describe(draft, "Факт", "Обоснование", kz.zhospar.change.Basis.named(""));
            periods.drafts().edit(draft, series(116, 1), Field.of(Attribute.ACTUAL, 2025), Quantity.of("98"));
            periods.drafts().submit(draft);
            return draft;
        });
        var locked = as(person("dchs-official"), () -> periods.reports().rows(campaign.number()));
        assertThat(locked.row(series(116, 1)).orElseThrow().lock().request()).isEqualTo(other);
        assertThatThrownBy(() -> periods.enter("dchs-official", campaign, series(116, 1), "97", ""))
                .isInstanceOf(Refusal.class);
        periods.approve(other);

        var moved = as(person("dchs-official"), () -> periods.reports().rows(campaign.number()));
        assertThat(moved.row(series(116, 1)).orElseThrow().conflicting()).isTrue();
        assertThatRefused(() -> periods.enter("dchs-official", campaign, series(116, 1), "1", ""), Reason.IN_CONFLICT);

        var settled =
                as(person("dchs-official"), () -> periods.reports().settle(campaign.number(), series(116, 1), true));
        assertThat(settled.row(series(116, 1)).orElseThrow())
                .returns(false, ReportRow::conflicting)
                .returns(Quantity.of("99"), ReportRow::fact);
    }

    // --- after closing ---

    @Test
    void takesNoFactsAfterClosingOnAnyScreen() {
        var campaign = periods.closed(2025, periods.scope(81, 82));

        assertThatRefused(() -> periods.enter("us-sport-official", campaign, series(81, 1), "50", ""), Reason.CLOSED);
        for (var attribute : List.of(Attribute.ACTUAL, Attribute.PROVENANCE)) {
            assertThatPeriodClosed("us-sport-official", series(81, 1), Field.of(attribute, 2025));
        }
        propose("us-sport-official", series(81, 1), Field.of(Attribute.ACTUAL, 2024));
        propose("us-sport-official", series(81, 1), Field.of(Attribute.TARGET, 2025));
        propose("us-sport-official", series(83, 1), Field.of(Attribute.ACTUAL, 2025));

        periods.open(2025, periods.scope(81));
        propose("us-sport-official", series(81, 1), Field.of(Attribute.ACTUAL, 2025));
        assertThatPeriodClosed("us-sport-official", series(82, 1), Field.of(Attribute.ACTUAL, 2025));
    }

    private void assertThatPeriodClosed(String account, ItemRef series, Field field) {
        assertThatThrownBy(() -> propose(account, series, field))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.PERIOD_CLOSED))
                .hasMessageContaining("Факты за 2025 год");
    }

    private void propose(String account, ItemRef series, Field field) {
        var value = field.attribute() == Attribute.PROVENANCE
                ? new Provenance("Источник", null, false, "")
                : Quantity.of("777");
        as(person(account), () -> {
            var draft = periods.drafts().open();
            return periods.drafts().edit(draft, series, field, value);
        });
    }

    @Test
    void refusesADraftThatIsSubmittedAfterClosing() {
        var campaign = periods.open(2025, periods.scope(83));
        periods.enter("us-sport-official", campaign, series(83, 1), "12,4", "");
        as(
                person("admin"),
                () -> periods.campaigns().change(campaign, periods.command(2025, -9, -5, -1, campaign.scope())));

        assertThatRefused(() -> periods.submit("us-sport-official", campaign), Reason.CLOSED);
        var request = as(person("us-sport-official"), () -> periods.reports().rows(campaign.number()))
                .request()
                .number();
        assertThatThrownBy(() ->
                        as(person("us-sport-official"), () -> periods.drafts().submit(request)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("PERIOD_CLOSED");
    }

    @Test
    void letsABodyReportLateByALeaveThatAnotherGranted() {
        var campaign = periods.closed(2025, periods.scope(69, 71));
        var asked = ask("uo-official", campaign, 3);
        assertThatPeriodClosed("uo-official", series(71, 1), Field.of(Attribute.ACTUAL, 2025));
        assertThatRefused(() -> ask("uo-head", campaign, 3), Reason.ALREADY_ASKED);

        var granted = as(person("economy"), () -> periods.exceptions().decide(asked.id(), true, ""));

        assertThat(granted.running()).isTrue();
        propose("uo-official", series(71, 1), Field.of(Attribute.ACTUAL, 2025));
        assertThat(as(person("uo-head"), () -> periods.reports().rows(campaign.number()))
                        .mayEnter())
                .isTrue();
        assertThatPeriodClosed("ump-official", series(71, 1), Field.of(Attribute.ACTUAL, 2025));
        assertThatRefused(
                () -> as(person("economy"), () -> periods.exceptions().decide(asked.id(), false, "Передумали")),
                Reason.ALREADY_DECIDED);
        assertThat(notices(NoticeKind.EXCEPTION_ASKED, campaign))
                .singleElement()
                .satisfies(notice -> assertThat(notice.recipients()).containsExactly("economy"));
        assertThat(notices(NoticeKind.EXCEPTION_DECIDED, campaign))
                .singleElement()
                .satisfies(
                        notice -> assertThat(notice.recipients()).containsExactlyInAnyOrder("uo-official", "uo-head"));
    }

    @Test
    void staysClosedWhereTheLeaveWasRefused() {
        var campaign = periods.closed(2024, periods.scope(71));
        var asked = ask("uo-official", campaign, 3);
        assertThatRefused(
                () -> as(person("economy"), () -> periods.exceptions().decide(asked.id(), false, " ")), Reason.MISSING);

        as(person("economy"), () -> periods.exceptions().decide(asked.id(), false, "Срок был достаточным"));

        assertThatRefused(() -> periods.enter("uo-official", campaign, series(71, 1), "5", ""), Reason.CLOSED);
        assertThat(ask("uo-official", campaign, 5).state()).isEqualTo(ExceptionRecord.State.ASKED);
    }

    @Test
    void grantsNobodyHisOwnLeave() {
        var campaign = periods.closed(2025, periods.scope(6));
        var both = new Person("ugm-head", "ugm-head", Set.of(Role.HEAD, Role.ECONOMY), "ugm", null);
        var asked = as(
                both,
                () -> periods.exceptions()
                        .ask(
                                campaign.number(),
                                "Данные поступили позже",
                                periods.today().plusDays(2)));

        assertThat(asked.mayDecide()).isFalse();
        assertThatRefused(
                () -> as(both, () -> periods.exceptions().decide(asked.id(), true, "")), Reason.OWN_EXCEPTION);
    }

    @Test
    void asksForLeaveOnlyWithAReasonAndADayAndAfterClosing() {
        var closed = periods.closed(2024, periods.scope(6));
        var open = periods.open(2023, periods.scope(6));
        assertThatRefused(() -> ask("ugm-official", open, 3), Reason.NOT_CLOSED);
        assertThatRefused(() -> ask("ugm-official", closed, -1), Reason.UNTIL_PAST);
        assertThatRefused(() -> ask("ugm-official", closed, 367), Reason.DAY_OUT_OF_RANGE);
        assertThatRefused(() -> ask("ut-official", closed, 3), Reason.NOT_YOUR_ROW);
        assertThatRefused(() -> ask("ugm-official", closed, " ", periods.today()), Reason.MISSING);
        assertThatRefused(() -> ask("ugm-official", closed, "Причина", null), Reason.MISSING);
    }

    @Test
    void showsExceptionsToThoseWhomTheyConcern() {
        var campaign = periods.closed(2023, periods.scope(43));
        var asked = ask("ugm-official", campaign, 3);

        for (var account : List.of("ugm-head", "economy", "akim-office", "auditor", "admin")) {
            assertThat(as(person(account), () -> periods.exceptions().all()))
                    .as(account)
                    .anyMatch(one -> one.id().equals(asked.id()));
        }
        assertThat(as(person("ut-head"), () -> periods.exceptions().all()))
                .noneMatch(one -> one.id().equals(asked.id()));
    }

    private ExceptionRecord ask(String account, Campaign campaign, int days) {
        return ask(account, campaign, "Данные поступили позже", periods.today().plusDays(days));
    }

    private ExceptionRecord ask(String account, Campaign campaign, String reason, LocalDate until) {
        return as(person(account), () -> periods.exceptions().ask(campaign.number(), reason, until));
    }

    // --- progress ---

    @Test
    void countsEachRowOnceForTheBodyThatLeadsIt() {
        var campaign = periods.open(2022, periods.scope(7, 8, 9, 10));
        var before = progress("akim-office", campaign);
        assertThat(before).hasSize(1);
        var rows = before.getFirst();
        assertThat(rows.body()).isEqualTo("ueiv");
        assertThat(rows.rows()).isEqualTo(4);

        periods.enter("abp-official", campaign, series(7, 1), "9,5", "");
        periods.enter("ueiv-official", campaign, series(8, 1), "88,1", "Причина");
        periods.enter("ueiv-official", campaign, series(9, 1), "99,1", "");
        var number = periods.submit("ueiv-official", campaign);
        for (var account : List.of("economy", "akim-office", "auditor", "admin", "ueiv-official", "ueiv-head")) {
            assertThat(progress(account, campaign)).as(account).singleElement().satisfies(one -> {
                assertThat(one.inReview()).isEqualTo(2);
                assertThat(one.draft()).isEqualTo(1);
            });
        }
        assertThat(progress("ut-head", campaign)).isEmpty();
        periods.approve(number);
        assertThat(progress("economy", campaign)).containsExactly(new BodyProgress("ueiv", 4, 2, 0, 1));
    }

    private List<BodyProgress> progress(String account, Campaign campaign) {
        return as(person(account), () -> periods.campaigns().progress(campaign.number()));
    }

    // --- notices ---

    @Test
    void tellsTheLeadingBodiesOnceThatItIsOpen() {
        var campaign = periods.open(2025, periods.scope(42, 79));
        job.tell();
        job.tell();

        assertThat(notices(NoticeKind.PERIOD_OPENED, campaign))
                .extracting(Notice::recipients)
                .containsExactlyInAnyOrder(Set.of("ut-official", "ut-head"), Set.of("uk-official", "uk-head"));
        assertThat(notices(NoticeKind.PERIOD_DUE, campaign)).isEmpty();
    }

    @Test
    void tellsNobodyOfAPlannedPeriod() {
        var campaign = periods.announce(2025, 1, 2, 3, periods.scope(42));
        job.tell();
        assertThat(notices(NoticeKind.PERIOD_OPENED, campaign)).isEmpty();
    }

    @Test
    void remindsOnTheDueDayThoseWhoHaveNotSubmitted() {
        var campaign = periods.announce(2024, -5, 10, 20, periods.scope(75, 115));
        periods.enter("dchs-official", campaign, series(115, 1), "80", "");
        periods.submit("dchs-official", campaign);
        as(
                person("admin"),
                () -> periods.campaigns().change(campaign, periods.command(2024, -5, 0, 20, campaign.scope())));
        job.tell();
        job.tell();

        assertThat(notices(NoticeKind.PERIOD_DUE, campaign))
                .singleElement()
                .satisfies(
                        notice -> assertThat(notice.recipients()).containsExactlyInAnyOrder("uk-official", "uk-head"))
                .satisfies(notice -> assertThat(notice.arguments())
                        .containsExactly(campaign.title(), periods.today().toString()));
    }

    /** So many calendar days ahead, two working days or fewer remain. */
    @Test
    void remindsShortlyBeforeTheDueDayAndAgainOnIt() {
        var campaign = periods.announce(2024, -5, 1, 20, periods.scope(78));
        job.tell();
        assertThat(notices(NoticeKind.PERIOD_DUE, campaign)).hasSize(1);
        as(
                person("admin"),
                () -> periods.campaigns().change(campaign, periods.command(2024, -5, 0, 20, campaign.scope())));
        job.tell();
        assertThat(notices(NoticeKind.PERIOD_DUE, campaign)).hasSize(2);
    }

    private List<Notice> notices(NoticeKind kind, Campaign campaign) {
        return events.stream(Notice.class)
                .filter(notice -> notice.kind() == kind)
                .filter(notice -> notice.link().endsWith(String.valueOf(campaign.number())))
                .toList();
    }

    private ItemRef series(int indicator, int row) {
        return periods.series(indicator, row).ref();
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertThatRefused(
            ThrowingCallable work, Reason reason) {
        return assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        ReportingRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
