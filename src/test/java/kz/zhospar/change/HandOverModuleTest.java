package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.zhospar.change.Refusal.Reason;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests pass from one writer to the next; what was signed stays signed, and who wrote stays barred from deciding. */
class HandOverModuleTest extends ReviewCase {

    private static final Person NEWCOMER = person("newcomer", Role.OFFICIAL, "ugm", null);

    @Autowired
    private HandOverService handOvers;

    @BeforeEach
    void welcomeTheNewcomer() {
        directory.add(NEWCOMER);
    }

    /** A writer who has nothing but what the test gives him. */
    private Person leaver(String account) {
        var leaver = person(account, Role.OFFICIAL, "ugm", null);
        directory.add(leaver);
        return leaver;
    }

    private long draftOf(Person author) {
        return as(author, () -> {
            var number = drafts.open();
            describe(number);
            edit(number, row("1.2", "ugm"));
            return number;
        });
    }

    private long submittedBy(Person author) {
        var number = draftOf(author);
        as(author, () -> drafts.submit(number));
        return number;
    }

    private HandOverRecord handOver(String by, String leaver, String successor) {
        return as(person(by), () -> handOvers.handOver(leaver, successor, "Уволен по собственному желанию"));
    }

    @Test
    void passesDraftsAndWhatIsUnderReview() {
        var leaver = leaver("leaver-1");
        var draft = draftOf(leaver);
        var running = submittedBy(leaver);
        approve("ugm-head", running);
        notices.clear();

        var record = handOver("ugm-head", "leaver-1", "newcomer");
        assertThat(record.requests()).isEqualTo(2);
        assertThat(notices.of(draft)).containsExactlyInAnyOrder("HANDED_OVER newcomer", "TAKEN_OVER leaver-1");
        var details = find("auditor", running);
        assertThat(details.summary().author()).as("the signature stays").isEqualTo("leaver-1");
        assertThat(details.summary().writerAccount()).isEqualTo("newcomer");
        assertThat(details.decisions()).as("decisions stay").hasSize(1);
        assertThat(as(NEWCOMER, () -> drafts.submit(draft)).state()).isEqualTo(RequestState.IN_REVIEW);
        assertRefused(Reason.NOT_FOUND, () -> as(leaver, () -> drafts.withdraw(running)));

        notices.clear();
        giveBack("economy", running);
        assertThat(notices.of(running)).contains("RETURNED leaver-1 newcomer");
        as(NEWCOMER, () -> edit(running, row("1.2", "ugm")));
        assertThat(as(NEWCOMER, () -> drafts.submit(running)).round()).isEqualTo(2);
    }

    @Test
    void takesOverFromWhoeverIsGoneFromTheDirectory() {
        var draft = draftOf(leaver("leaver-2"));
        directory.remove("leaver-2");
        assertThat(as(person("ugm-head"), handOvers::leavers))
                .contains(new HandOverService.Leaver("leaver-2", "leaver-2", "ugm", 1));
        assertThat(as(person("ugm-head"), () -> handOvers.successors("leaver-2", "ugm")))
                .extracting(Person::account)
                .contains("newcomer", "ugm-official")
                .doesNotContain("uo-official", "leaver-2");
        handOver("admin", "leaver-2", "newcomer");
        assertThat(find("auditor", draft).writer()).isEqualTo("newcomer");
        assertThat(as(person("ugm-head"), handOvers::leavers))
                .extracting(HandOverService.Leaver::account)
                .doesNotContain("leaver-2");
        assertThat(as(person("ugm-head"), handOvers::past).getFirst().leaver()).isEqualTo("leaver-2");
        assertThat(as(person("uo-head"), handOvers::past)).noneMatch(past -> "ugm".equals(past.body()));
    }

    @Test
    void passesOnlyWhatWasWrittenForTheSuccessorsBody() {
        var here = draftOf(leaver("leaver-3"));
        var moved = person("leaver-3", Role.OFFICIAL, "uo", null);
        directory.add(moved);
        var there = as(moved, drafts::open);
        assertThat(as(person("admin"), handOvers::leavers))
                .filteredOn(leaver -> leaver.account().equals("leaver-3"))
                .extracting(HandOverService.Leaver::body)
                .containsExactly("ugm", "uo");
        handOver("ugm-head", "leaver-3", "newcomer");
        assertThat(find("auditor", here).writer()).isEqualTo("newcomer");
        assertThat(find("auditor", there).writer()).isEqualTo("leaver-3");
    }

    @Test
    void leavesTheOnlyHeadAbleToDecideOnWhatHeIsGiven() {
        var running = submittedBy(leaver("leaver-4"));
        handOver("ugm-head", "leaver-4", "ugm-head");
        assertThat(find("ugm-head", running).mayDecide()).isTrue();
        assertThat(approve("ugm-head", running).summary().step()).isEqualTo(Step.ECONOMY);
    }

    @Test
    void barsWhoeverHasWrittenOnARequestEvenAfterItHasGoneOn() {
        var draft = draftOf(leaver("leaver-5"));
        directory.add(person("ugm-head-2", Role.HEAD, "ugm", null));
        as(person("ugm-head"), () -> {
            drafts.takeOver(draft);
            edit(draft, row("1.2", "ugm"));
        });
        as(NEWCOMER, () -> {
            drafts.takeOver(draft);
            drafts.submit(draft);
        });
        assertRefused(Reason.OWN_REQUEST, () -> approve("ugm-head", draft));
        as(
                person("ugm-head-2", Role.HEAD, "ugm", null),
                () -> reviews.approve(draft, find("auditor", draft).contentHash(), ""));
    }

    @Test
    void endsTheSubstitutionsThatTheLeaverNamed() {
        directory.add(person("leaver-6", Role.HEAD, "ugm", null));
        var leaver = person("leaver-6", Role.HEAD, "ugm", null);
        var day = today();
        var over = as(leaver, () -> substitutions.name("leaver-6", "ugm-official", day, day));
        goTo(day.plusDays(1));
        var running =
                as(leaver, () -> substitutions.name("leaver-6", "ugm-official", day.plusDays(1), day.plusDays(9)));
        draftOf(leaver);
        handOver("admin", "leaver-6", "newcomer");

        var kept = as(person("auditor"), substitutions::visible);
        assertThat(kept)
                .filteredOn(found -> found.id().equals(running.id()))
                .allMatch(found -> found.phase() == SubstitutionRecord.Phase.OVER && found.endedAt() != null);
        assertThat(kept).filteredOn(found -> found.id().equals(over.id())).allMatch(found -> found.endedAt() == null);
    }

    @Test
    void refusesAHandOverThatMakesNoSense() {
        var draft = draftOf(leaver("leaver-7"));
        for (var wrong : List.of("leaver-7", "uo-official", "curator-2", "auditor", "nobody-at-all")) {
            assertRefused(Reason.NOT_A_SUCCESSOR, () -> handOver("admin", "leaver-7", wrong));
        }
        assertRefused(Reason.NOT_A_SUCCESSOR, () -> handOver("uo-head", "leaver-7", "newcomer"));
        assertRefused(Reason.NOT_A_SUCCESSOR, () -> handOver("uo-head", "leaver-7", "uo-official"));
        assertRefused(Reason.NOT_A_SUCCESSOR, () -> handOver("admin", "nobody-at-all", "newcomer"));
        assertRefused(
                Reason.REASON_MISSING,
                () -> as(person("admin"), () -> handOvers.handOver("leaver-7", "newcomer", " ")));
        assertThat(find("auditor", draft).writer()).isEqualTo("leaver-7");
        assertThat(as(person("uo-head"), handOvers::leavers))
                .allMatch(leaver -> leaver.body().equals("uo"));
        assertThat(as(person("uo-head"), () -> handOvers.successors("leaver-7", "ugm")))
                .isEmpty();
    }

    @Test
    void letsAColleagueGoOn() {
        var leaver = leaver("leaver-8");
        var draft = draftOf(leaver);
        for (var other : List.of("uo-official", "uo-head")) {
            assertRefused(Reason.NOT_FOUND, () -> as(person(other), () -> drafts.takeOver(draft)));
        }
        assertRefused(Reason.NOT_FOUND, () -> as(leaver, () -> drafts.takeOver(draft)));
        assertThat(as(NEWCOMER, () -> requests.find(draft)).mayTakeOver()).isTrue();
        notices.clear();
        var taken = as(NEWCOMER, () -> drafts.takeOver(draft));
        assertThat(notices.of(draft)).containsExactly("TAKEN_OVER leaver-8");
        assertThat(taken.mayWrite()).isTrue();
        assertThat(taken.summary().author()).isEqualTo("leaver-8");
        assertRefused(Reason.NOT_FOUND, () -> as(leaver, () -> describe(draft)));

        as(NEWCOMER, () -> drafts.submit(draft));
        as(leaver, () -> drafts.takeOver(draft));
        assertThat(as(leaver, () -> drafts.withdraw(draft)).state()).isEqualTo(RequestState.WITHDRAWN);
    }
}
