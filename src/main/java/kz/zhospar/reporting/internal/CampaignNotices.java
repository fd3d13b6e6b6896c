package kz.zhospar.reporting.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import kz.zhospar.calendar.WorkingDays;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.notification.Notice;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.reporting.BodyProgress;
import kz.zhospar.reporting.CampaignState;
import kz.zhospar.reporting.internal.Told.Occasion;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells people about reporting periods; in the transaction of the caller, and everything once. */
@Component
public class CampaignNotices {

    private static final int WARNED_WORKING_DAYS_BEFORE = 2;

    private final Tellings tellings;
    private final ProgressCount progress;
    private final People people;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher events;
    private final Days days;

    CampaignNotices(
            Tellings tellings,
            ProgressCount progress,
            People people,
            WorkingDays workingDays,
            ApplicationEventPublisher events,
            Days days) {
        this.tellings = tellings;
        this.progress = progress;
        this.people = people;
        this.workingDays = workingDays;
        this.events = events;
        this.days = days;
    }

    /** Tells every body what it has not been told yet: that the period is open, that its rows are due. */
    public void tell(CampaignEntity campaign) {
        tell(campaign, days.today());
    }

    void tell(CampaignEntity campaign, LocalDate today) {
        if (campaign.stateOn(today) != CampaignState.OPEN) {
            return;
        }
        for (var body : progress.of(campaign)) {
            once(campaign, body, Occasion.OPENED, NoticeKind.PERIOD_OPENED, today);
            if (body.open() > 0) {
                remind(campaign, body, today);
            }
        }
    }

    private void remind(CampaignEntity campaign, BodyProgress body, LocalDate today) {
        var due = campaign.on(today).due();
        if (today.equals(due)) {
            once(campaign, body, Occasion.DUE_TODAY, NoticeKind.PERIOD_DUE, today);
        } else if (workingDays.between(today, due) <= WARNED_WORKING_DAYS_BEFORE) {
            once(campaign, body, Occasion.DUE_SOON, NoticeKind.PERIOD_DUE, today);
        }
    }

    private void once(CampaignEntity campaign, BodyProgress body, Occasion occasion, NoticeKind kind, LocalDate today) {
        if (tellings.existsByCampaignIdAndBodyAndOccasion(campaign.id(), body.body(), occasion)) {
            return;
        }
        RevisionNote.describe(RevisionKind.ADMINISTRATION, null, campaign.title());
        tellings.save(new Told(campaign.id(), body.body(), occasion, today));
        publish(kind, writers(body.body()), campaign, campaign.on(today).due().toString());
    }

    /** Tells those who decide that a body asks for leave. */
    public void asked(CampaignEntity campaign, Person asker) {
        publish(
                NoticeKind.EXCEPTION_ASKED,
                accounts(people.holding(Role.ECONOMY, null)).stream()
                        .filter(account -> !account.equals(asker.account()))
                        .collect(Collectors.toSet()),
                campaign,
                asker.name());
    }

    /** Tells the whole body what was decided, because the leave is the body's. */
    public void decided(CampaignEntity campaign, String body, Person decider) {
        publish(NoticeKind.EXCEPTION_DECIDED, writers(body), campaign, decider.name());
    }

    private void publish(NoticeKind kind, Set<String> recipients, CampaignEntity campaign, String second) {
        if (!recipients.isEmpty()) {
            events.publishEvent(
                    Notice.of(kind, recipients, address(kind, campaign), days.now(), campaign.title(), second));
        }
    }

    private static String address(NoticeKind kind, CampaignEntity campaign) {
        return kind == NoticeKind.EXCEPTION_ASKED
                ? "periods?progress=" + campaign.number()
                : "periods/" + campaign.number();
    }

    private Set<String> writers(String body) {
        return accounts(people.all().stream()
                .filter(Person::isWriter)
                .filter(person -> body.equals(person.body()))
                .toList());
    }

    private static Set<String> accounts(Collection<Person> people) {
        return people.stream().map(Person::account).collect(Collectors.toSet());
    }
}
