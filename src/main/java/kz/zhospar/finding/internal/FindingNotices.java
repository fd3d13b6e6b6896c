package kz.zhospar.finding.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zhospar.common.Formats;
import kz.zhospar.finding.FindingRecord.Act;
import kz.zhospar.finding.FindingState;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the body of a finding and what auditors say to its answer, and the auditor of the answer. */
@Component
public class FindingNotices {

    private final Findings findings;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FindingNotices(Findings findings, People people, ApplicationEventPublisher events, Clock clock) {
        this.findings = findings;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** The accounts of those who may answer for the body. */
    public Set<String> answerers(FindingEntity finding) {
        return people.all().stream()
                .filter(person -> finding.body().equals(person.body()) && !person.is(Role.AUDITOR))
                .map(Person::account)
                .collect(Collectors.toSet());
    }

    public void raised(FindingEntity finding, Person auditor) {
        publish(NoticeKind.FINDING_RAISED, answerers(finding), finding, auditor.name());
    }

    public void moved(FindingEntity finding, Act act, Person mover) {
        switch (act) {
            case ANSWERED ->
                publish(NoticeKind.FINDING_ANSWERED, Set.of(finding.raisedBy().account()), finding, mover.name());
            case RETURNED -> publish(NoticeKind.FINDING_RETURNED, answerers(finding), finding, mover.name());
            case CLOSED, WITHDRAWN -> publish(NoticeKind.FINDING_OVER, answerers(finding), finding, mover.name());
        }
    }

    /** Reminds the bodies whose answer is due today and, once more, those that let the day pass. */
    @Transactional
    public void remind() {
        var today = LocalDate.ofInstant(clock.instant(), Formats.ZONE);
        findings.find(Set.of(FindingState.OPEN), null, null).stream()
                .filter(finding -> finding.isToBeRemindedOn(today))
                .forEach(finding -> {
                    RevisionNote.describe(RevisionKind.ADMINISTRATION, null, finding.text());
                    finding.remindedOn(today);
                    publish(
                            NoticeKind.FINDING_DUE,
                            answerers(finding),
                            finding,
                            finding.due().toString());
                });
    }

    private void publish(NoticeKind kind, Set<String> recipients, FindingEntity finding, String second) {
        if (!recipients.isEmpty()) {
            var number = String.valueOf(finding.number());
            events.publishEvent(
                    Notice.of(kind, recipients, "audit/findings/" + number, clock.instant(), number, second));
        }
    }
}
