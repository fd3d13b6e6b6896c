package kz.zhospar.change;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.zhospar.change.Refusal.Reason;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.notification.NoticeKind;
import org.junit.jupiter.api.Test;

/** Somebody decides for the holder of a position: openly, for a time, and never where the holder himself could not. */
class SubstitutionModuleTest extends ReviewCase {

    private SubstitutionRecord name(String holder, String substitute, LocalDate first, LocalDate last) {
        return as(person(holder), () -> substitutions.name(holder, substitute, first, last));
    }

    private SubstitutionRecord today(String holder, String substitute) {
        return name(holder, substitute, today(), today());
    }

    @Test
    void recordsForWhomWasDecided() {
        today("ugm-head", "ugm-official");
        var number = submittedByAColleague();

        assertThat(find("ugm-official", number).mine())
                .satisfies(own -> assertThat(own.principal()).isEqualTo(name("ugm-head")));
        var decision = approve("ugm-official", number).decisions().getFirst();
        assertThat(decision.person()).isEqualTo("ugm-official");
        assertThat(decision.position()).isEqualTo("official");
        assertThat(decision.principal()).isEqualTo(new DecisionRecord.Principal(name("ugm-head"), "head", "ugm"));
        assertThat(waiting(number)).containsExactly(new Part(Step.ECONOMY, null));
    }

    private long submittedByAColleague() {
        var colleague = person("ugm-colleague", Role.OFFICIAL, "ugm", null);
        return as(colleague, () -> {
            var number = drafts.open();
            describe(number);
            edit(number, row("1.2", "ugm"));
            drafts.submit(number);
            return number;
        });
    }

    private String name(String account) {
        return directory.byAccount(account).orElseThrow().name();
    }

    @Test
    void decidesNeitherOnHisOwnRequestNorOnHisPrincipals() {
        today("ugm-head", "ugm-official");
        var own = submitted();
        assertRefused(Reason.OWN_REQUEST, () -> approve("ugm-official", own));

        directory.add(person("economy-2", Role.ECONOMY, "ue", null));
        today("economy", "ue-official");
        var principals = submitted("economy", row("2.1", "ue"));
        approve("ue-head", principals);
        assertRefused(Reason.NOT_YOUR_STEP, () -> approve("ue-official", principals));
        as(
                person("economy-2", Role.ECONOMY, "ue", null),
                () -> reviews.approve(principals, find("auditor", principals).contentHash(), ""));
    }

    @Test
    void readsAndDecidesDuringThePeriodOnly() {
        var first = today().plusDays(1);
        name("economy", "ugm-official", first, first.plusDays(1), Reason.NOT_A_SUBSTITUTE);
        name("economy", "uo-head", first, first, Reason.NOT_A_SUBSTITUTE);
        name("economy", "ue-official", first, first.plusDays(1));
        var number = submitted();
        approve("ugm-head", number);
        assertRefused(Reason.NOT_FOUND, () -> find("ue-official", number));
        assertThat(as(person("ue-official"), substitutions::standingIn)).isEmpty();

        goTo(first);
        assertThat(find("ue-official", number).mayDecide()).isTrue();
        assertThat(as(person("ue-official"), requests::awaitingMe))
                .extracting(RequestSummary::number)
                .contains(number);
        assertThat(listed("ue-official")).contains(number);
        assertThat(as(person("ue-official"), substitutions::standingIn)).hasSize(1);

        goTo(first.plusDays(2));
        assertRefused(Reason.NOT_FOUND, () -> find("ue-official", number));
        assertRefused(Reason.NOT_FOUND, () -> approve("ue-official", number));
        assertThat(listed("ue-official")).doesNotContain(number);
    }

    private void name(String holder, String substitute, LocalDate first, LocalDate last, Reason refused) {
        assertRefused(refused, () -> name(holder, substitute, first, last));
    }

    @Test
    void losesItsEffectWhenItIsEnded() {
        var named = today("economy", "ue-official");
        var number = submitted();
        approve("ugm-head", number);
        as(person("economy"), () -> substitutions.end(named.id()));
        assertRefused(Reason.NOT_FOUND, () -> approve("ue-official", number));
        today("economy", "ue-head");
        assertThat(find("ue-head", number).mayDecide()).isTrue();
    }

    @Test
    void isOneVoiceWithItsPrincipal() {
        today("uo-head", "ueios-head");
        var first = submitted("ueios-official", row("5.2", "ueios"), row("5.2", "uo"));
        approve("ueios-head", first);
        assertRefused(Reason.ALREADY_DECIDED, () -> approve("ueios-head", first));
        approve("uo-head", first);
        assertThat(waiting(first)).containsExactly(new Part(Step.ECONOMY, null));

        as(person("uo-head"), () -> substitutions.visible().forEach(found -> substitutions.end(found.id())));
        today("uo-head", "uo-official");
        var second = submitted("ueios-official", row("5.2", "ueios"), row("5.2", "uo"));
        approve("uo-official", second);
        assertRefused(Reason.ALREADY_DECIDED, () -> approve("uo-head", second));
    }

    @Test
    void passesNothingOn() {
        today("economy", "ue-head");
        today("ue-head", "ue-official");
        var number = submitted();
        approve("ugm-head", number);
        assertRefused(Reason.NOT_FOUND, () -> approve("ue-official", number));
        assertThat(find("ue-head", number).mayDecide()).isTrue();
    }

    @Test
    void keepsASubstituteForTheStepThatHeAloneCanTake() {
        today("economy", "akim-office");
        var number = submitted();
        approve("ugm-head", number);
        assertRefused(Reason.NOT_YOUR_STEP, () -> approve("akim-office", number));

        directory.add(person("akim-office-2", Role.AKIM_OFFICE, "akim-office", null));
        assertThat(approve("akim-office", number).decisions().getLast().principal())
                .isNotNull();
        approve("curator-2", number);
        assertRefused(Reason.ALREADY_DECIDED, () -> approve("akim-office", number));
    }

    @Test
    void isNamedByTheHolderOrByTheAdministrator() {
        var day = today();
        assertRefused(
                Reason.NOT_YOURS,
                () -> as(person("ugm-official"), () -> substitutions.name("ugm-head", "ugm-official", day, day)));
        assertRefused(
                Reason.NOT_YOURS,
                () -> as(person("auditor"), () -> substitutions.name("economy", "ue-head", day, day)));
        var named = as(person("admin"), () -> substitutions.name("ugm-head", "ugm-official", day, day));
        assertThat(notices.of(NoticeKind.SUBSTITUTE_NAMED)).containsExactly("SUBSTITUTE_NAMED ugm-official");
        for (var other : List.of("ugm-official", "uo-head", "auditor")) {
            assertRefused(Reason.NOT_YOURS, () -> as(person(other), () -> substitutions.end(named.id())));
        }
    }

    @Test
    void tellsNobodyAnythingAboutAHolderThatIsNotHis() {
        for (var holder : List.of("ugm-head", "economy", "nobody-at-all")) {
            assertRefused(Reason.NOT_YOURS, () -> as(person("ugm-official"), () -> substitutions.candidates(holder)));
        }
        assertThat(as(person("ugm-official"), substitutions::holders)).isEmpty();
        today("economy", "ue-head");
        assertThat(as(person("ugm-head"), substitutions::visible))
                .noneMatch(found -> found.holderAccount().equals("economy"));
        assertThat(as(person("auditor"), substitutions::visible))
                .anyMatch(found -> found.holderAccount().equals("economy"));
    }

    @Test
    void offersTheOwnBodyBeforeTheSamePositionElsewhere() {
        var offered = as(person("ugm-head"), () -> substitutions.candidates("ugm-head"));
        assertThat(offered.getFirst().account()).isEqualTo("ugm-official");
        assertThat(offered)
                .extracting(Person::account)
                .contains("uo-head", "akim-office")
                .doesNotContain("ugm-head", "uo-official", "auditor", "admin", "curator-2");
    }

    @Test
    void refusesWhoeverCannotStandIn() {
        var day = today();
        directory.add(new Person("second", "Он же", Set.of(Role.OFFICIAL), "ugm", null, "UGM-head@zhospar.invalid"));
        directory.add(new Person("ugm-head", "Он", Set.of(Role.HEAD), "ugm", null, "ugm-head@zhospar.invalid"));
        directory.add(new Person("both", "Аудитор", Set.of(Role.HEAD, Role.AUDITOR), "ugm", null));
        for (var wrong : List.of("ugm-head", "second", "both", "auditor", "admin", "uo-official", "nobody-at-all")) {
            name("ugm-head", wrong, day, day, Reason.NOT_A_SUBSTITUTE);
        }
        // An official decides nothing that somebody could decide for him.
        name("ugm-official", "ugm-head", day, day, Reason.NOT_A_SUBSTITUTE);
    }

    @Test
    void refusesAPeriodThatMakesNoSenseOrIsTaken() {
        var day = today();
        name("ugm-head", "ugm-official", day, day.minusDays(1), Reason.PERIOD_WRONG);
        name("ugm-head", "ugm-official", day.minusDays(1), day, Reason.PERIOD_WRONG);
        name("ugm-head", "ugm-official", day, day.plusYears(1), Reason.PERIOD_WRONG);
        name("ugm-head", "ugm-official", day.plusDays(2), day.plusDays(4));
        name("ugm-head", "uo-head", day.plusDays(4), day.plusDays(5), Reason.PERIOD_TAKEN);
        name("ugm-head", "uo-head", day, day.plusDays(9), Reason.PERIOD_TAKEN);
        name("ugm-head", "uo-head", day.plusDays(5), day.plusDays(5));
    }

    @Test
    void tellsTheSubstituteThatHisDaysHaveEndedEarly() {
        var named = today("ugm-head", "ugm-official");
        notices.clear();
        as(person("ugm-head"), () -> substitutions.end(named.id()));
        assertThat(notices.of(NoticeKind.SUBSTITUTE_ENDED)).containsExactly("SUBSTITUTE_ENDED ugm-official");
    }

    @Test
    void leavesWhatIsOverAsItWas() {
        var named = today("ugm-head", "ugm-official");
        goTo(today().plusDays(1));
        notices.clear();
        as(person("ugm-head"), () -> substitutions.end(named.id()));
        assertThat(as(person("ugm-head"), substitutions::visible))
                .filteredOn(found -> found.id().equals(named.id()))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.phase()).isEqualTo(SubstitutionRecord.Phase.OVER);
                    assertThat(found.endedAt()).isNull();
                });
        assertThat(notices.of(NoticeKind.SUBSTITUTE_ENDED)).isEmpty();
    }
}
