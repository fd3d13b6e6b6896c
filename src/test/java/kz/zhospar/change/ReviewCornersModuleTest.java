package kz.zhospar.change;

import static kz.zhospar.change.Desk.added;
import static kz.zhospar.change.Desk.fresh;
import static kz.zhospar.change.Desk.target;
import static kz.zhospar.change.Step.AKIM_OFFICE;
import static kz.zhospar.change.Step.CURATOR;
import static kz.zhospar.change.Step.ECONOMY;
import static kz.zhospar.change.Step.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Executors;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.InvalidChanges;
import kz.zhospar.plan.Item;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.PlanRules;
import kz.zhospar.plan.StalePlanException;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import kz.zhospar.testing.MorePeople;
import kz.zhospar.testing.ZhosparTest;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rare ways that a request can go: each must end well, and none may leave it where nobody can do anything. */
@ZhosparTest(properties = {"zhospar.test=corners", Desk.PLAN})
@Import(MorePeople.class)
class ReviewCornersModuleTest {

    private static final AtomicInteger YEAR = new AtomicInteger(2030);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlatformTransactionManager transactions;

    private Desk desk;

    @BeforeEach
    void start() {
        desk = new Desk(context);
        desk.route(HEAD, AKIM_OFFICE);
    }

    // What offices see and answer for

    @Test
    void letsTheHeadOfABodyThatLeadsTheRowReadAndDecide() {
        var row = desk.series(2, 1).ref();
        var number = desk.open("uk-official");
        desk.plan("uk-official", number, row, year(), "1");
        assertRefused(Refusal.Reason.NOT_FOUND, () -> desk.read("uo-head", number));
        desk.submit("uk-official", number);
        assertThat(desk.waiting(number)).containsExactly(new Part(HEAD, "uk"), new Part(HEAD, "uo"));
        assertThat(desk.by("uo-head", desk.requests()::awaitingMe))
                .extracting(RequestSummary::number)
                .contains(number);
        assertThat(desk.by("uo-head", desk.requests()::numbers)).contains(number);
        assertRefused(Refusal.Reason.NOT_FOUND, () -> desk.read("uo-official", number));
        assertRefused(Refusal.Reason.NOT_FOUND, () -> desk.read("uoz-head", number));
        desk.approve("uo-head", number);
        desk.approve("uk-head", number);
        assertThat(desk.approve("akim-office", number).state()).isEqualTo(RequestState.APPROVED);
        assertThat(desk.read("uo-head", number).decisions()).hasSize(3);
    }

    @Test
    void letsTheCuratorWhoIsToTakeARowOverReadAndDecide() {
        desk.route(CURATOR);
        var row = desk.series(1, 1);
        var next = desk.series(5, 1).curator().ref().id();
        var number = desk.open("uo-official");
        desk.edit("uo-official", number, row.ref(), Field.of(Attribute.CURATOR), next);
        desk.submit("uo-official", number);
        var parts = desk.waiting(number);
        assertThat(parts).containsExactly(new Part(CURATOR, "abdykadyrov"), new Part(CURATOR, "nusupova"));
        desk.approve("curator-1", number);
        assertThat(desk.by("curator-3", desk.requests()::numbers)).contains(number);
        assertThat(desk.approve("curator-3", number).state()).isEqualTo(RequestState.APPROVED);
        // And back, for the other tests.
        var back = desk.open("uo-official");
        desk.edit(
                "uo-official",
                back,
                row.ref(),
                Field.of(Attribute.CURATOR),
                row.curator().ref().id());
        desk.submit("uo-official", back);
        desk.approveAll(back);
    }

    @Test
    void waitsForTheOfficesThatHeldTheRowWhenItWasSubmitted() {
        desk.route(HEAD, CURATOR);
        var row = desk.series(3, 2);
        var moving = desk.open("uo-official");
        desk.edit(
                "uo-official",
                moving,
                row.ref(),
                Field.of(Attribute.CURATOR),
                desk.series(5, 1).curator().ref().id());
        desk.submit("uo-official", moving);
        var number = desk.submitted("uo-official", row.ref(), year(), "1");
        desk.approveAll(moving);
        assertThat(desk.approveAll(number).decisions())
                .extracting(DecisionRecord::office)
                .containsExactly("uo", "uoz", "amrin");
    }

    // What an approver may say

    @Test
    void refusesTwoVerdictsOnOneChange() {
        var number = desk.submitted("uo-official", desk.series(1, 1).ref(), year(), "1");
        var change = desk.read(number).changes().getFirst();
        assertThatThrownBy(() -> desk.decide(
                        "uo-head",
                        number,
                        ItemVerdict.returned(change, "Причина"),
                        ItemVerdict.rejected(change, "Нет")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_YOUR_PART));
        assertThat(desk.read(number).decisions()).isEmpty();
        desk.withdraw("uo-official", number);
    }

    @Test
    void refusesASuggestionThatStatesNothing() {
        var action = desk.action("1.1", 2).ref();
        var number = desk.open("uo-official");
        desk.edit("uo-official", number, action, Field.of(Attribute.TITLE), LocalizedText.of("Другое"));
        desk.submit("uo-official", number);
        var change = desk.at(number, action);
        assertRefused(
                Refusal.Reason.SUGGESTION_WRONG,
                () -> desk.decide(
                        "uo-head", number, new ItemVerdict(change, Verdict.RETURNED, "Причина", LocalizedText.EMPTY)));
        desk.withdraw("uo-official", number);
    }

    @Test
    void dropsAChangeWhoseSuggestionIsWhatThePlanStates() {
        var row = desk.series(1, 1).ref();
        var number = desk.open("uo-official");
        desk.plan("uo-official", number, row, 2021, "77");
        desk.submit("uo-official", number);
        var base = desk.planned(row, 2021);
        var change = desk.at(number, row);
        var returned = desk.decide("uo-head", number, new ItemVerdict(change, Verdict.RETURNED, "Верно так", base));
        assertThat(returned.state()).isEqualTo(RequestState.RETURNED);
        assertThat(returned.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.suggestion()).isEqualTo(base));
        var taken = desk.by("uo-official", () -> desk.drafts().takeSuggestion(number, change));
        assertThat(taken.changes()).isEmpty();
        assertThat(taken.round()).isEqualTo(2);
        assertRefused(Refusal.Reason.NO_CHANGES, () -> desk.submit("uo-official", number));
    }

    @Test
    void takesOrDeclinesWhatWasSuggested() {
        var row = desk.series(1, 1).ref();
        var one = target(year());
        var two = target(year());
        var number = desk.open("uo-official");
        desk.edit("uo-official", number, row, one, Quantity.of("1"));
        desk.edit("uo-official", number, row, two, Quantity.of("2"));
        desk.submit("uo-official", number);
        var verdicts = desk.read(number).changes().stream()
                .map(change -> new ItemVerdict(change, Verdict.RETURNED, "Проверьте", Quantity.of("9")))
                .toArray(ItemVerdict[]::new);
        desk.decide("uo-head", number, verdicts);
        var changes = desk.read(number).changes();
        desk.by("uo-official", () -> desk.drafts().takeSuggestion(number, changes.get(0)));
        desk.by("uo-official", () -> desk.drafts().declineSuggestion(number, changes.get(1)));
        desk.submit("uo-official", number);
        assertThat(desk.read(number).remarks()).isEmpty();
        desk.approveAll(number);
        assertThat(desk.item(row).value(one)).contains(Quantity.of("9"));
        assertThat(desk.item(row).value(two)).contains(Quantity.of("2"));
    }

    // A plan that moves under a request

    @Test
    void letsTheLastApproverGiveBackWhatHasBecomeStale() {
        var row = desk.series(1, 1).ref();
        var field = target(year());
        var number = desk.open("uo-official");
        desk.edit("uo-official", number, row, field, Quantity.of("1"));
        desk.submit("uo-official", number);
        desk.approve("uo-head", number);
        move(row, field, "5");
        assertThatThrownBy(() -> desk.approve("akim-office", number)).isInstanceOf(StalePlanException.class);
        assertThat(desk.read(number).decisions()).hasSize(1);
        assertThat(desk.read(number).conflicts()).hasSize(1);
        assertThat(desk.giveBack("akim-office", number).state()).isEqualTo(RequestState.RETURNED);
        var stale = desk.at(number, row);
        desk.by("uo-official", () -> desk.drafts().settle(number, stale, true));
        desk.submit("uo-official", number);
        desk.approveAll(number);
        assertThat(desk.item(row).value(field)).contains(Quantity.of("1"));
    }

    @Test
    void letsAnOfficeSayNoToItsPartWhenAnotherPartHasBecomeStale() {
        var uos = desk.series(1, 1).ref();
        var uks = desk.series(3, 1).ref();
        var moved = target(year());
        var number = desk.open("uo-official");
        desk.edit("uo-official", number, uos, moved, Quantity.of("1"));
        desk.plan("uo-official", number, uks, year(), "1");
        desk.submit("uo-official", number);
        desk.approve("uo-head", number);
        move(uos, moved, "5");
        var returned = desk.giveBack("uk-head", number);
        assertThat(returned.changes()).extracting(Change::ref).containsExactly(uos);
        assertThat(returned.summary().step()).isEqualTo(AKIM_OFFICE);
        desk.giveBack("akim-office", number);
    }

    @Test
    void givesBackWithAPartWhatCannotStandWithoutIt() {
        var indicator = fresh(ItemType.INDICATOR);
        var row = fresh(ItemType.SERIES);
        var adding = desk.open("uo-official");
        desk.propose("uo-official", adding, added(indicator, goal("1.1"), 801), row(row, indicator, 1, "uk", "uo"));
        desk.submit("uo-official", adding);
        desk.approveAll(adding);

        var removing = desk.open("uo-official");
        desk.propose("uo-official", removing, desk.removed(row), desk.removed(indicator));
        desk.plan("uo-official", removing, desk.series(1, 1).ref(), year(), "1");
        desk.submit("uo-official", removing);
        assertThat(desk.waiting(removing)).containsExactly(new Part(HEAD, "uo"), new Part(HEAD, "uk"));
        var decided = desk.giveBack("uk-head", removing);
        assertThat(decided.changes())
                .extracting(Change::ref)
                .containsExactly(desk.series(1, 1).ref());
        var decision = decided.decisions().getFirst();
        assertThat(decision.items()).extracting(item -> item.change().ref()).containsExactlyInAnyOrder(row, indicator);
        assertThat(desk.read(decision.splitInto()).changes())
                .extracting(Change::ref)
                .containsExactlyInAnyOrder(row, indicator);
        assertThat(desk.approveAll(removing).state()).isEqualTo(RequestState.APPROVED);
        assertThat(desk.plans().current().find(row)).isPresent();
    }

    @Test
    void endsTheRequestWhenNothingStandsWithoutARejectedPart() {
        var indicator = fresh(ItemType.INDICATOR);
        var row = fresh(ItemType.SERIES);
        var adding = desk.open("uo-official");
        desk.propose("uo-official", adding, added(indicator, goal("1.1"), 802), row(row, indicator, 1, "uk", "uo"));
        desk.submit("uo-official", adding);
        desk.approveAll(adding);
        var removing = desk.open("uo-official");
        desk.propose("uo-official", removing, desk.removed(row), desk.removed(indicator));
        desk.submit("uo-official", removing);
        var decided = desk.reject("uk-head", removing);
        assertThat(decided.state()).isEqualTo(RequestState.RETURNED);
        assertThat(decided.changes()).extracting(Change::ref).containsExactly(indicator);
        assertThat(decided.decisions().getFirst().verdict()).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void refusesToAcceptWhatCannotStandWithoutTheRest() {
        var parent = fresh(ItemType.ACTION);
        var child = fresh(ItemType.ACTION);
        var number = desk.open("uo-official");
        desk.propose("uo-official", number, added(parent, goal("1.1"), 803), added(child, parent.id(), 804));
        desk.submit("uo-official", number);
        var first = desk.at(number, parent);
        assertThatThrownBy(() -> desk.decide("uo-head", number, ItemVerdict.returned(first, "Причина")))
                .isInstanceOf(InvalidChanges.class);
        assertThat(desk.read(number).decisions()).isEmpty();

        // The other way round the parent stands, and its part waits in a draft until there is a place for it.
        var second = desk.at(number, child);
        var split = desk.decide("uo-head", number, ItemVerdict.returned(second, "Причина"))
                .decisions()
                .getFirst()
                .splitInto();
        assertRefused(Refusal.Reason.NOT_YOUR_ITEM, () -> desk.submit("uo-official", split));
        desk.approveAll(number);
        desk.submit("uo-official", split);
        desk.approveAll(split);
        assertThat(desk.plans().current().find(child)).isPresent();
    }

    @Test
    void appliesTheRestAtOnceWhenTheLastPartIsDecidedChangeByChange() {
        var row = desk.series(1, 1).ref();
        var kept = target(year());
        var returned = target(year());
        var rejected = target(year());
        var number = desk.open("uo-official");
        for (var field : List.of(kept, returned, rejected)) {
            desk.edit("uo-official", number, row, field, Quantity.of("3"));
        }
        desk.submit("uo-official", number);
        desk.approve("uo-head", number);
        var changes = desk.read(number).changes();
        var decided = desk.decide(
                "akim-office",
                number,
                ItemVerdict.returned(changes.get(1), "Уточните"),
                ItemVerdict.rejected(changes.get(2), "Нет"));
        assertThat(decided.state()).isEqualTo(RequestState.APPROVED);
        assertThat(desk.item(row).value(kept)).contains(Quantity.of("3"));
        assertThat(desk.item(row).value(returned)).isEmpty();
        assertThat(desk.item(row).value(rejected)).isEmpty();
        var split = decided.decisions().getLast().splitInto();
        assertThat(desk.read(split).changes()).containsExactly(changes.get(1));

        // What came back goes on by itself: an own round, no reader yet, and it names where it comes from.
        assertThat(desk.read(split).round()).isEqualTo(1);
        assertThat(desk.read(split).origin()).isEqualTo(number);
        assertThat(desk.read(split).viewings()).isEmpty();
        desk.edit("uo-official", split, row, returned, Quantity.of("4"));
        assertThat(desk.read(split).round()).isEqualTo(1);
        var submitted = desk.submit("uo-official", split);
        assertThat(submitted.round()).isEqualTo(1);
        assertThat(submitted.earlier()).isNull();
        desk.by("uo-head", () -> desk.requests().open(split));
        assertThat(desk.read(split).viewings()).hasSize(1);
        assertThat(desk.giveBack("uo-head", split).state()).isEqualTo(RequestState.RETURNED);
        var again = desk.submit("uo-official", split);
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.earlier()).isNotNull();
        desk.approveAll(split);
        assertThat(desk.item(row).value(returned)).contains(Quantity.of("4"));
    }

    @Test
    void goesOnWhenTheChangesOfAWaitingPartAreSetAside() {
        desk.route(HEAD, CURATOR);
        var uos = desk.series(1, 1).ref();
        var uks = desk.series(3, 1).ref();
        var number = desk.open("uo-official");
        desk.plan("uo-official", number, uos, year(), "1");
        desk.plan("uo-official", number, uks, year(), "1");
        desk.submit("uo-official", number);
        assertThat(desk.waiting(number)).hasSize(2);
        var decided = desk.decide("uo-head", number, ItemVerdict.returned(desk.at(number, uks), "Не сейчас"));
        assertThat(decided.summary().step()).isEqualTo(CURATOR);
        assertThat(desk.waiting(number)).containsExactly(new Part(CURATOR, "abdykadyrov"));
        assertThat(desk.approve("curator-1", number).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void goesOnWithTheOthersWhenACuratorGivesAllOfHisPartBack() {
        desk.route(CURATOR, AKIM_OFFICE);
        var first = desk.series(1, 1).ref();
        var second = desk.series(3, 1).ref();
        var number = desk.open("uo-official");
        desk.plan("uo-official", number, first, year(), "1");
        desk.plan("uo-official", number, second, year(), "1");
        desk.submit("uo-official", number);
        var decided = desk.giveBack("curator-2", number);
        assertThat(decided.changes()).extracting(Change::ref).containsExactly(first);
        assertThat(desk.waiting(number)).containsExactly(new Part(CURATOR, "abdykadyrov"));
        assertThat(desk.approveAll(number).state()).isEqualTo(RequestState.APPROVED);
    }

    // Settling

    @Test
    void bringsBackARemovedItemWithItsParentsForAKeptValue() {
        var indicator = fresh(ItemType.INDICATOR);
        var row = fresh(ItemType.SERIES);
        var adding = desk.open("uo-official");
        desk.propose("uo-official", adding, added(indicator, goal("1.1"), 805), row(row, indicator, 1, "uo"));
        desk.submit("uo-official", adding);
        desk.approveAll(adding);
        var mine = desk.open("uo-official");
        desk.plan("uo-official", mine, row, 2021, "1");
        desk.plan("uo-official", mine, row, 2022, "2");
        var removing = desk.open("uo-official");
        desk.propose("uo-official", removing, desk.removed(row), desk.removed(indicator));
        desk.submit("uo-official", removing);
        desk.approveAll(removing);

        assertThat(desk.read(mine).conflicts()).hasSize(2);
        for (var conflict : desk.read(mine).conflicts()) {
            desk.by("uo-official", () -> desk.drafts().settle(mine, conflict.change(), true));
        }
        assertThat(desk.read(mine).conflicts()).isEmpty();
        assertThat(desk.read(mine).changes()).extracting(Change::ref).containsExactlyInAnyOrder(row, indicator);
        desk.submit("uo-official", mine);
        desk.approveAll(mine);
        assertThat(desk.planned(row, 2021)).isEqualTo(Quantity.of("1"));
        assertThat(desk.planned(row, 2022)).isEqualTo(Quantity.of("2"));
    }

    @Test
    void turnsAnAddedItemThatIsThereMeanwhileIntoTheDifference() {
        var action = fresh(ItemType.ACTION);
        var adding = desk.open("uo-official");
        desk.propose("uo-official", adding, added(action, goal("1.1"), 806));
        desk.submit("uo-official", adding);
        desk.approveAll(adding);
        var one = desk.open("uo-official");
        desk.edit("uo-official", one, action, Field.of(Attribute.FROM), 2021);
        var two = desk.open("uo-official");
        desk.edit("uo-official", two, action, Field.of(Attribute.TO), 2025);
        var removing = desk.open("uo-official");
        desk.propose("uo-official", removing, desk.removed(action));
        desk.submit("uo-official", removing);
        desk.approveAll(removing);
        for (var number : List.of(one, two)) {
            desk.by("uo-official", () -> desk.drafts().settle(number, desk.at(number, action), true));
        }
        desk.submit("uo-official", one);
        desk.approveAll(one);
        var settled = desk.by("uo-official", () -> desk.drafts().settle(two, desk.at(two, action), true));
        assertThat(settled.conflicts()).isEmpty();
        desk.by("uo-official", () -> desk.drafts().edit(two, action, Field.of(Attribute.FROM), 2021));
        desk.submit("uo-official", two);
        desk.approveAll(two);
        assertThat(desk.item(action).<Integer>get(Attribute.FROM)).isEqualTo(2021);
        assertThat(desk.item(action).<Integer>get(Attribute.TO)).isEqualTo(2025);
    }

    @Test
    void keepsADraftThatIsWrittenInTwoPlacesAtOnce() {
        var action = desk.action("1.2", 6).ref();
        var number = desk.open("uoz-official");
        var removal = desk.removed(action);
        desk.propose("uoz-official", number, removal);
        desk.propose("uoz-official", number, removal);
        assertThat(desk.read(number).changes()).containsExactly(removal);
        var late = new Change.Edit(action, Field.of(Attribute.FROM), 2021, 2022);
        assertThatThrownBy(() -> desk.propose("uoz-official", number, late)).isInstanceOf(StalePlanException.class);
        var added = added(fresh(ItemType.ACTION), goal("1.2"), 807);
        desk.propose("uoz-official", number, added);
        desk.propose("uoz-official", number, added);
        assertThat(desk.read(number).changes()).containsExactly(removal, added);
    }

    @Test
    void keepsADraftWhoseItemIsRenamedMeanwhile() {
        var action = desk.action("1.1", 3).ref();
        var mine = desk.open("uo-official");
        desk.edit("uo-official", mine, action, Field.of(Attribute.FROM), 2022);
        var renaming = desk.open("uo-official");
        desk.edit("uo-official", renaming, action, Field.of(Attribute.TITLE), LocalizedText.of("Иначе"));
        desk.submit("uo-official", renaming);
        desk.approveAll(renaming);
        assertThat(desk.read(mine).conflicts()).isEmpty();
        desk.submit("uo-official", mine);
        assertThat(desk.approveAll(mine).state()).isEqualTo(RequestState.APPROVED);
    }

    // Who may decide

    @Test
    void takesTheSubmissionOfAHeadWithASecondPostForHisPart() {
        desk.route(HEAD, ECONOMY);
        var row = desk.series(8, 1).ref();
        var number = desk.open("lab-chief");
        desk.plan("lab-chief", number, row, year(), "1");
        var submitted = desk.submit("lab-chief", number);
        assertThat(submitted.stages().getFirst().progress()).isEqualTo(RequestDetails.Progress.OWN);
        assertRefused(Refusal.Reason.OWN_REQUEST, () -> desk.approve("lab-chief", number));
        assertThat(desk.approve("economy", number).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void keepsSomebodyWithTwoPostsForThePartThatOnlyHeCanDecide() {
        desk.route(ECONOMY, HEAD);
        var number = desk.submitted("lab-official", desk.series(8, 1).ref(), year(), "1");
        assertThat(desk.read("lab-chief", number).mine()).isNull();
        assertRefused(Refusal.Reason.NOT_YOUR_STEP, () -> desk.approve("lab-chief", number));
        desk.approve("economy", number);
        var approved = desk.approve("lab-chief", number);
        assertThat(approved.state()).isEqualTo(RequestState.APPROVED);
        assertThat(approved.decisions())
                .extracting(DecisionRecord::position)
                .containsExactly(Role.ECONOMY.key(), Role.HEAD.key());
    }

    @Test
    void keepsASubstituteForHisOwnPartWhenNobodyElseCouldDecideIt() {
        var substitution = desk.substitute("uo-head", "akim-office");
        var number = desk.submitted("uo-official", desk.series(1, 1).ref(), year(), "1");
        assertRefused(Refusal.Reason.NOT_YOUR_STEP, () -> desk.approve("akim-office", number));
        desk.route(HEAD, ECONOMY);
        var other = desk.submitted("uo-official", desk.series(1, 1).ref(), year(), "1");
        var decided = desk.approve("akim-office", other);
        assertThat(decided.decisions().getFirst().principal()).isNotNull();
        desk.end(substitution);
        desk.approveAll(number);
        desk.approveAll(other);
    }

    @Test
    void refusesTheSubstituteWhoWroteTheRequestAndTheOneOfItsAuthor() {
        var number = desk.submitted("uo-official", desk.series(1, 1).ref(), year(), "1");
        var own = desk.substitute("uo-head", "uo-official");
        assertRefused(Refusal.Reason.OWN_REQUEST, () -> desk.approve("uo-official", number));
        desk.end(own);
        desk.withdraw("uo-official", number);

        var heads = desk.open("uo-head");
        desk.plan("uo-head", heads, desk.series(2, 1).ref(), year(), "1");
        var authors = desk.substitute("uo-head", "uo-official-2");
        desk.submit("uo-head", heads);
        assertRefused(Refusal.Reason.NOT_YOUR_STEP, () -> desk.approve("uo-official-2", heads));
        desk.end(authors);
        desk.withdraw("uo-head", heads);
    }

    @Test
    void countsADecisionByASubstituteForBoth() {
        var substitution = desk.substitute("uo-head", "uo-official-2");
        desk.route(HEAD, ECONOMY);
        var number = desk.submitted("uo-official", desk.series(1, 1).ref(), year(), "1");
        desk.approve("uo-official-2", number);
        assertRefused(Refusal.Reason.ALREADY_DECIDED, () -> desk.approve("uo-official-2", number));
        assertRefused(Refusal.Reason.ALREADY_DECIDED, () -> desk.approve("uo-head", number));
        desk.end(substitution);
        assertRefused(
                Refusal.Reason.NOT_FOUND,
                () -> desk.by("uoz-official", () -> desk.requests().find(number)));
        desk.approveAll(number);
    }

    // Who writes

    @Test
    void letsTheHeadDecideOnWhatHeTookOverUntilHeWritesOnIt() {
        var number = desk.submitted("uo-official", desk.series(1, 1).ref(), year(), "1");
        assertThat(desk.by("uo-head", () -> desk.drafts().takeOver(number)).mayDecide())
                .isTrue();
        desk.withdraw("uo-head", number);
        desk.plan("uo-head", number, desk.series(1, 1).ref(), year(), "2");
        assertThat(desk.submit("uo-head", number).summary().step()).isEqualTo(AKIM_OFFICE);
        assertRefused(Refusal.Reason.OWN_REQUEST, () -> desk.approve("uo-head", number));
        assertThat(desk.approve("akim-office", number).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void leavesUnderReviewWhatIsHandedOverToItsOnlyApprover() {
        var waiting = desk.submitted("ugm-official", desk.series(5, 1).ref(), year(), "1");
        var decided = desk.submitted("ugm-official", desk.series(5, 2).ref(), year(), "1");
        desk.approve("ugm-head", decided);
        var draft = desk.open("ugm-official");
        var record = desk.by("admin", () -> desk.handOvers().handOver("ugm-official", "ugm-head", "Увольнение"));
        assertThat(record.requests()).isEqualTo(3);
        assertThat(desk.read(draft).state()).isEqualTo(RequestState.DRAFT);
        desk.approve("ugm-head", waiting);
        assertThat(desk.approve("akim-office", waiting).state()).isEqualTo(RequestState.APPROVED);
        assertThat(desk.approve("akim-office", decided).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void beginsTheTermAnewWithEachSubmission() {
        var number = desk.submitted("uo-official", desk.series(1, 1).ref(), year(), "1");
        var due = desk.read(number).summary().turn().due();
        assertThat(due).isNotNull();
        assertThat(desk.withdraw("uo-official", number).summary().turn()).isNull();
        assertThat(desk.submit("uo-official", number).summary().turn().due()).isEqualTo(due);
        assertThat(desk.approve("uo-head", number).summary().turn().step()).isEqualTo(AKIM_OFFICE);
        assertThat(desk.approve("akim-office", number).summary().turn()).isNull();
    }

    // Numbers

    @Test
    void givesAnAddedActionTheNextNumberThatIsFree() {
        var first = added(fresh(ItemType.ACTION), goal("2.1"), 7);
        var second = added(fresh(ItemType.ACTION), goal("2.1"), 7);
        var third = added(fresh(ItemType.ACTION), desk.action("2.1", 1).ref().id(), 7);
        var one = desk.open("uk-official");
        desk.propose("uk-official", one, first);
        var two = desk.open("uk-official");
        desk.propose("uk-official", two, second);
        var three = desk.open("uk-official");
        desk.propose("uk-official", three, third);
        desk.submit("uk-official", one);
        desk.submit("uk-official", two);
        desk.approveAll(two);
        desk.approveAll(one);
        desk.submit("uk-official", three);
        desk.approveAll(three);
        assertThat(number(first.ref())).isEqualTo(7);
        assertThat(number(second.ref())).isEqualTo(8);
        assertThat(number(third.ref())).isEqualTo(9);
    }

    @Test
    void refusesANumberThatAnotherIndicatorOrRowHas() {
        var indicator = fresh(ItemType.INDICATOR);
        var one = desk.open("uo-official");
        desk.propose("uo-official", one, added(indicator, goal("1.1"), 5));
        assertInvalid(PlanRules.Rule.NUMBER_TAKEN, () -> desk.submit("uo-official", one));
        desk.edit("uo-official", one, indicator, Field.of(Attribute.NUMBER), 810);
        desk.submit("uo-official", one);

        var two = desk.open("uo-official");
        var late = added(fresh(ItemType.INDICATOR), goal("1.1"), 810);
        assertRefused(Refusal.Reason.LOCKED, () -> desk.propose("uo-official", two, late));
        desk.approveAll(one);
        desk.propose("uo-official", two, late);
        assertInvalid(PlanRules.Rule.NUMBER_TAKEN, () -> desk.submit("uo-official", two));

        var three = desk.open("uo-official");
        desk.propose(
                "uo-official",
                three,
                row(
                        fresh(ItemType.SERIES),
                        desk.plans().current().tree().indicator(1).orElseThrow().ref(),
                        1,
                        "uo"));
        assertInvalid(PlanRules.Rule.NUMBER_TAKEN, () -> desk.submit("uo-official", three));
    }

    /** Another department's plan came first, in a way that only a node with an old plan in memory would let through. */
    private void move(ItemRef row, Field field, String value) {
        var base = desk.item(row).value(field).orElse(null);
        var change = new Change.Edit(row, field, base, Quantity.of(value));
        desk.by(
                "akim-office",
                () -> new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                    RevisionNote.describe(RevisionKind.APPLY, 0L, "Проверка");
                    desk.plans().apply(List.of(change));
                }));
    }

    private int number(ItemRef ref) {
        return desk.item(ref).<Integer>get(Attribute.NUMBER);
    }

    private Change.Add row(ItemRef ref, ItemRef indicator, int number, String... bodies) {
        var tree = desk.plans().current().tree();
        var executors = List.of(bodies).stream()
                .map(body -> new Executors.Executor(
                        tree.body(body).orElseThrow().ref().id(), false))
                .toList();
        return new Change.Add(Item.of(ref)
                .put(Attribute.PARENT, indicator.id())
                .put(Attribute.NUMBER, number)
                .put(Attribute.TITLE, LocalizedText.of("Строка"))
                .put(Attribute.EXECUTORS, new Executors(executors))
                .build());
    }

    private UUID goal(String number) {
        return desk.plans().current().tree().goal(number).orElseThrow().ref().id();
    }

    private static int year() {
        return YEAR.getAndIncrement();
    }

    private static void assertRefused(Refusal.Reason reason, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static void assertInvalid(PlanRules.Rule rule, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        InvalidChanges.class,
                        invalid -> assertThat(invalid.violations())
                                .extracting(PlanRules.Violation::rule)
                                .containsExactly(rule));
    }
}
