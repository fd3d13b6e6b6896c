package kz.zhospar.calendar.internal;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.zhospar.calendar.CalendarService;
import kz.zhospar.calendar.DayKind;
import kz.zhospar.calendar.DayStatement;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.live.Signals;
import kz.zhospar.testing.ScreenTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

@ScreenTest
class CurrentDaysModuleTest {

    private static final LocalDate DAY = LocalDate.of(2046, 5, 14);

    @Autowired
    private CalendarService calendar;

    @Autowired
    private CalendarDays days;

    @Autowired
    private FirstDays first;

    @Autowired
    private Signals signals;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void seesOnAnotherNodeWhatWasDeclaredOnThisOneEvenWhenNoMessageCame() throws Exception {
        var another = new CurrentDays(days, first, signals, transactions);
        another.afterPropertiesSet();
        assertThat(another.kind(DAY)).isEmpty();

        as(
                person("admin"),
                () -> calendar.declare(
                        new DayStatement(DAY, DayKind.HOLIDAY, LocalizedText.of("Выходной"), "Трудовой кодекс")));
        another.refreshHourly();

        assertThat(another.kind(DAY)).contains(DayKind.HOLIDAY);
        another.destroy();
    }
}
