package kz.zhospar.change.internal;

import java.util.List;
import kz.zhospar.calendar.WorkingDays;
import kz.zhospar.change.Part;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Step;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reminds those whose step ends, and tells the next level of those who let it pass. */
@Component
public class Deadlines {

    private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);

    private final RequestStore store;
    private final Turns turns;
    private final Telling telling;
    private final WorkingDays days;
    private final TransactionTemplate transaction;

    Deadlines(
            RequestStore store,
            Turns turns,
            Telling telling,
            WorkingDays days,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.turns = turns;
        this.telling = telling;
        this.days = days;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Each request is reminded of once on the day before, once on the day, and escalated once after it; each in a
     * transaction of its own, so that one that cannot be written keeps nobody else from being reminded.
     */
    @Scheduled(cron = "0 30 8 * * *", zone = "Asia/Almaty")
    @SchedulerLock(name = "deadlines")
    public void remind() {
        if (days.isWorking(turns.today())) {
            store.inReview().stream().filter(this::isDue).forEach(this::attempt);
        }
    }

    private void attempt(StoredRequest due) {
        var number = due.request().number();
        try {
            transaction.executeWithoutResult(
                    _ -> store.lockInReview(number).filter(this::isDue).ifPresent(this::remind));
        } catch (RuntimeException e) {
            LOG.error("Nobody could be reminded of request {}", number, e);
        }
    }

    private boolean isDue(StoredRequest loaded) {
        return reminder(loaded).compareTo(loaded.request().reminded()) > 0;
    }

    private Reminder reminder(StoredRequest loaded) {
        var turn = turns.turn(loaded);
        if (turn == null || turn.due() == null || turn.daysLeft() > 1) {
            return Reminder.NONE;
        }
        return switch (turn.daysLeft()) {
            case 1 -> Reminder.SOON;
            case 0 -> Reminder.TODAY;
            default -> Reminder.ESCALATED;
        };
    }

    private void remind(StoredRequest loaded) {
        var reminder = reminder(loaded);
        RevisionNote.describe(
                RevisionKind.ADMINISTRATION, loaded.request().number(), "Напоминание о сроке согласования");
        loaded.request().remind(reminder);
        switch (reminder) {
            case SOON -> telling.due(NoticeKind.DUE_SOON, loaded, waiting(loaded));
            case TODAY -> telling.due(NoticeKind.DUE_TODAY, loaded, waiting(loaded));
            case ESCALATED -> telling.due(NoticeKind.ESCALATED, loaded, nextLevel(loaded));
            case NONE -> {}
        }
        telling.changed(loaded.request());
    }

    private List<Part> waiting(StoredRequest loaded) {
        var stages = loaded.request().stages();
        return turns.waiting(loaded, stages.get(loaded.request().stage()).step());
    }

    /** The parts of the next stage; after the last one the akim's office. */
    private List<Part> nextLevel(StoredRequest loaded) {
        var stages = loaded.request().stages();
        return stages.stream()
                .skip(loaded.request().stage() + 1L)
                .map(RouteStage::step)
                .findFirst()
                .map(step -> turns.parts(loaded, step))
                .orElseGet(() -> List.of(new Part(Step.AKIM_OFFICE, null)));
    }
}
