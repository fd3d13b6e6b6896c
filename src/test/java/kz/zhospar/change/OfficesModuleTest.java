package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.zhospar.change.Refusal.Reason;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.Change;
import org.junit.jupiter.api.Test;

/**
 * Every office that answers for a part of a request decides on it. The requests here touch a row that the department of
 * ecology leads under one curator, and one that the department of education leads under another.
 */
class OfficesModuleTest extends ReviewCase {

    private static final Part HEAD_OF_AUTHOR = new Part(Step.HEAD, "ueios");
    private static final Part HEAD_OF_OTHER = new Part(Step.HEAD, "uo");

    private long wide() {
        return submitted("ueios-official", row("5.2", "ueios"), row("5.2", "uo"));
    }

    @Test
    void asksEveryHeadAndEveryCuratorInAnyOrder() {
        var number = wide();
        assertThat(waiting(number)).containsExactly(HEAD_OF_AUTHOR, HEAD_OF_OTHER);
        approve("uo-head", number);
        assertThat(waiting(number)).containsExactly(HEAD_OF_AUTHOR);
        approve("ueios-head", number);
        approve("economy", number);

        assertThat(waiting(number)).extracting(Part::office).containsExactly("abdykadyrov", "nusupova");
        approve("curator-3", number);
        assertRefused(Reason.NOT_YOUR_STEP, () -> approve("akim-office", number));
        approve("curator-1", number);
        assertThat(approve("akim-office", number).state()).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void showsTheHeadOfAnotherLeadingBodyTheRequestOnceItIsSubmitted() {
        var number = draft("ueios-official", row("5.2", "ueios"), row("5.2", "uo"));
        assertRefused(Reason.NOT_FOUND, () -> find("uo-head", number));
        as(person("ueios-official"), () -> drafts.submit(number));

        assertThat(find("uo-head", number).mayDecide()).isTrue();
        assertThat(listed("uo-head")).contains(number);
        assertThat(as(person("uo-head"), requests::awaitingMe))
                .extracting(RequestSummary::number)
                .contains(number);
        for (var other : List.of("uo-official", "uk-head", "ump-head")) {
            assertRefused(Reason.NOT_FOUND, () -> find(other, number));
            assertThat(listed(other)).doesNotContain(number);
        }
    }

    @Test
    void letsAHeadReadOnWhereHisPartWasSetAside() {
        var number = wide();
        var covered = Objects.requireNonNull(find("uo-head", number).mine()).changes();
        as(
                person("uo-head"),
                () -> reviews.decide(
                        number,
                        find("uo-head", number).contentHash(),
                        "",
                        covered.stream()
                                .map(change -> ItemVerdict.rejected(change, "Не подтверждено"))
                                .toList()));
        assertThat(find("uo-head", number).changes()).doesNotContainAnyElementsOf(covered);
        assertThat(listed("uo-head")).contains(number);
    }

    private List<Long> listed(String account) {
        return as(person(account), requests::numbers);
    }

    @Test
    void letsAPartDecideOnItsOwnChangesOnly() {
        var number = wide();
        var all = find("ueios-head", number).changes();
        assertThat(covered("ueios-head", number))
                .as("the author's head answers for the whole")
                .isEqualTo(all);
        assertThat(covered("uo-head", number)).hasSize(1);

        var foreign = all.stream()
                .filter(change -> !covered("uo-head", number).contains(change))
                .findFirst()
                .orElseThrow();
        assertRefused(Reason.NOT_YOUR_PART, () -> decide("uo-head", number, ItemVerdict.rejected(foreign, "Нет")));
        var own = ItemVerdict.rejected(covered("uo-head", number).getFirst(), "Нет");
        assertRefused(Reason.NOT_YOUR_PART, () -> decide("uo-head", number, own, own));
        assertThat(find("auditor", number).decisions()).isEmpty();
    }

    private List<Change> covered(String account, long number) {
        return Objects.requireNonNull(find(account, number).mine()).changes();
    }

    private RequestDetails decide(String account, long number, ItemVerdict... items) {
        return as(
                person(account),
                () -> reviews.decide(number, find(account, number).contentHash(), "", List.of(items)));
    }

    @Test
    void refusesASubmissionThatAnOfficeCouldNeverDecideOn() {
        var number = draft("ueios-official", row("5.2", "ueios"), row("5.2", "uo"));
        directory.remove("uo-head");
        assertUndecidable(number, HEAD_OF_OTHER);
        directory.reset();
        directory.remove("curator-3");
        assertUndecidable(number, new Part(Step.CURATOR, "nusupova"));
        directory.reset();
        directory.remove("akim-office");
        assertUndecidable(number, new Part(Step.AKIM_OFFICE, null));

        directory.reset();
        assertThat(as(person("ueios-official"), () -> drafts.submit(number)).state())
                .isEqualTo(RequestState.IN_REVIEW);
    }

    @Test
    void refusesASubmissionOnWhichOnePersonWouldHaveToDecideTwice() {
        var number = draft("ueios-official", row("5.2", "ueios"));
        directory.remove("ueios-head");
        directory.remove("economy");
        directory.add(both());
        assertUndecidable(number, new Part(Step.ECONOMY, null));
    }

    @Test
    void keepsWhoeverAloneCanTakeALaterStepForIt() {
        var number = draft("ueios-official", row("5.2", "ueios"));
        directory.remove("economy");
        directory.add(both());
        as(person("ueios-official"), () -> drafts.submit(number));

        var hash = find("auditor", number).contentHash();
        assertRefused(Reason.NOT_YOUR_STEP, () -> as(both(), () -> reviews.approve(number, hash, "")));
        approve("ueios-head", number);
        tick();
        assertThat(as(both(), () -> reviews.approve(number, hash, "")).decisions())
                .extracting(DecisionRecord::step)
                .containsExactly(Step.HEAD, Step.ECONOMY);
    }

    /** Head of the department of ecology and economist in one person. */
    private static Person both() {
        return new Person("both", "Руководитель и экономист", Set.of(Role.HEAD, Role.ECONOMY), "ueios", null);
    }

    private void assertUndecidable(long number, Part part) {
        assertThatThrownBy(() -> as(person("ueios-official"), () -> drafts.submit(number)))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.NOBODY_CAN_DECIDE);
                    assertThat(refusal.arguments()).containsExactly(part);
                });
        assertThat(find("ueios-official", number).state()).isEqualTo(RequestState.DRAFT);
    }
}
