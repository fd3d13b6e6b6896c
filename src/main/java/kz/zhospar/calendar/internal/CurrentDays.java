package kz.zhospar.calendar.internal;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import kz.zhospar.calendar.DayKind;
import kz.zhospar.calendar.DeclaredDay;
import kz.zhospar.live.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The declared days in memory, read at the start and anew after each commit to them, here or on another node. */
@Component
public class CurrentDays implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CurrentDays.class);
    private static final String TOPIC = "calendar";

    private final CalendarDays days;
    private final Signals signals;
    private final AutoCloseable listening;
    private final TransactionTemplate transaction;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile NavigableMap<LocalDate, DeclaredDay> declared = Collections.emptyNavigableMap();
    private volatile boolean outdated = true;

    /** The first days come first, so that the first look finds them. */
    CurrentDays(CalendarDays days, FirstDays first, Signals signals, PlatformTransactionManager transactions) {
        this.days = days;
        this.signals = signals;
        this.transaction = new TransactionTemplate(transactions);
        // A reload runs after another transaction's commit and must not take part in what is left of it.
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
        this.listening = signals.on(TOPIC, _ -> refresh());
    }

    @Override
    public void afterPropertiesSet() {
        reload();
    }

    @Override
    public void destroy() throws Exception {
        listening.close();
    }

    /** All declared days by their date, from memory. */
    public NavigableMap<LocalDate, DeclaredDay> get() {
        if (outdated) {
            reload();
        }
        return declared;
    }

    public Optional<DayKind> kind(LocalDate day) {
        return Optional.ofNullable(get().get(day)).map(DeclaredDay::kind);
    }

    /** Call in the transaction that writes: every node reads the days anew after its commit. */
    public void willChange() {
        signals.send(TOPIC, "");
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                // Who made the change sees it at once, without waiting for the message.
                refresh();
            }
        });
    }

    /** A message may be lost while the database is away, and terms are counted on every node alike. */
    @Scheduled(cron = "0 7 * * * *", zone = "Asia/Almaty")
    void refreshHourly() {
        refresh();
    }

    /** Reads the days as they are now committed; a failure here is made good at the next look. */
    void refresh() {
        try {
            reload();
        } catch (RuntimeException e) {
            LOG.warn("The calendar could not be read anew; the next to ask for it will try again", e);
        }
    }

    private void reload() {
        reading.lock();
        try {
            outdated = true;
            declared = transaction.execute(_ -> read());
            outdated = false;
        } finally {
            reading.unlock();
        }
    }

    private NavigableMap<LocalDate, DeclaredDay> read() {
        var byDay = new TreeMap<LocalDate, DeclaredDay>();
        days.findAll().stream().map(CalendarDay::toRecord).forEach(day -> byDay.put(day.day(), day));
        return Collections.unmodifiableNavigableMap(byDay);
    }
}
