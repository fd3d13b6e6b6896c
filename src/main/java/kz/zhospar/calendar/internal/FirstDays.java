package kz.zhospar.calendar.internal;

import kz.zhospar.plan.PlanService;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives a new installation its first calendar, as an audited revision like every later change to it. */
@Component
class FirstDays implements InitializingBean {

    private static final String REASON =
            "Первоначальный рабочий календарь: праздники и выходные дни Республики Казахстан на 2025–2027 годы";

    private final CalendarDays days;
    private final TransactionTemplate transaction;

    /** The plan comes first, because its load is revision 1. */
    FirstDays(CalendarDays days, PlanService plan, PlatformTransactionManager transactions) {
        this.days = days;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(_ -> {
            if (days.count() == 0) {
                RevisionNote.describe(RevisionKind.ADMINISTRATION, null, REASON);
                DayFile.kazakhstan().statements().forEach(statement -> days.save(new CalendarDay(statement)));
            }
        });
    }
}
