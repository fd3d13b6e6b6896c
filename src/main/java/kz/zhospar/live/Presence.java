package kz.zhospar.live;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.live.internal.Attendance;
import kz.zhospar.live.internal.AttendanceMessage;
import kz.zhospar.live.internal.Listeners;
import kz.zhospar.live.internal.Tab;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Who is on which page just now, on any node, and what is being edited there. Kept in memory only; a lost message is
 * made good within a minute. Among people who are signed in.
 */
@Component
public class Presence implements SmartLifecycle {

    /**
     * A person on a place, however many pages of it he or she has open.
     *
     * @param body the key of the person's body
     * @param cells what the person is editing there
     */
    public record Visitor(
            String account, String name, @Nullable String body, Set<String> cells) {}

    /** A page that is open; others see it until it is closed or gives no sign of life for some minutes. */
    public interface Stay extends AutoCloseable {

        /** States what is being edited, or null for nothing. */
        void edit(@Nullable String cell);

        /** Gives a sign of life; to be given every minute or so. */
        void stillHere();

        @Override
        void close();
    }

    private static final Logger LOG = LoggerFactory.getLogger(Presence.class);
    private static final String TOPIC = "presence";
    private static final int GATHERED_MILLISECONDS = 100;
    private static final int REPEATED_SECONDS = 30;

    private final Signals signals;
    private final CurrentPerson person;
    private final String node = UUID.randomUUID().toString();
    private final Attendance attendance;
    private final Listeners listeners = new Listeners();
    private final Set<String> untold = new LinkedHashSet<>();
    private @Nullable AutoCloseable hearing;
    private @Nullable ScheduledExecutorService telling;

    Presence(Signals signals, CurrentPerson person, Clock clock) {
        this.signals = signals;
        this.person = person;
        this.attendance = new Attendance(clock);
    }

    /** Opens a page of a place such as {@code goal/1.1} as the person signed in. */
    public Stay enter(String place) {
        var me = person.require();
        return new Open(new Tab(UUID.randomUUID().toString(), place, me.account(), me.name(), me.body(), null));
    }

    /** The others on a place, by name. */
    public List<Visitor> others(String place) {
        var me = person.require().account();
        Map<String, List<Tab>> tabs = attendance.at(place).stream()
                .filter(tab -> !tab.account().equals(me))
                .collect(Collectors.groupingBy(Tab::account));
        return tabs.values().stream()
                .map(Presence::visitor)
                .sorted(Comparator.comparing(Visitor::name).thenComparing(Visitor::account))
                .toList();
    }

    private static Visitor visitor(List<Tab> tabs) {
        var one = tabs.getFirst();
        var cells = tabs.stream().map(Tab::cell).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
        return new Visitor(one.account(), one.name(), one.body(), cells);
    }

    /** Listens to who comes to a place, goes, or edits there, until the handle is closed. */
    public AutoCloseable on(String place, Runnable listener) {
        return listeners.on(place, _ -> listener.run());
    }

    private void changed(Tab tab) {
        listeners.tell(tab.place(), "");
        tell(List.of(tab.id()));
    }

    /** Messages go out from a thread of their own: a page does not wait for the database. */
    private void tell(List<String> tabs) {
        synchronized (untold) {
            var first = untold.isEmpty();
            untold.addAll(tabs);
            var running = telling;
            if (first && running != null && !tabs.isEmpty()) {
                try {
                    running.schedule(this::tellUntold, GATHERED_MILLISECONDS, TimeUnit.MILLISECONDS);
                } catch (RejectedExecutionException e) {
                    LOG.debug("Stopping; the others will notice", e);
                }
            }
        }
    }

    private void tellUntold() {
        var changed = new ArrayList<String>();
        synchronized (untold) {
            changed.addAll(untold);
            untold.clear();
        }
        var own = attendance.own().stream().collect(Collectors.toMap(Tab::id, Function.identity()));
        var here = new ArrayList<Tab>();
        var gone = new ArrayList<String>();
        changed.forEach(id -> {
            var tab = own.get(id);
            if (tab == null) {
                gone.add(id);
            } else if (tab.fits()) {
                here.add(tab);
            }
        });
        AttendanceMessage.of(node, here, gone).forEach(this::send);
    }

    private void send(String message) {
        try {
            signals.send(TOPIC, message);
        } catch (RuntimeException e) {
            LOG.debug("The other nodes were not told who is here; they will be in a while", e);
        }
    }

    private void hear(String message) {
        if (message.equals(Signals.MISSED)) {
            send(AttendanceMessage.ask(node));
            tellAll();
            return;
        }
        AttendanceMessage.read(message)
                .filter(told -> !told.from().equals(node))
                .ifPresent(told -> {
                    attendance.hear(told.here(), told.gone()).forEach(place -> listeners.tell(place, ""));
                    if (told.ask()) {
                        tellAll();
                    }
                });
    }

    private void tellAll() {
        tell(attendance.own().stream().map(Tab::id).toList());
    }

    /** What has to be done every now and then; a failure must not end it. */
    void tick() {
        try {
            attendance.forgetSilent().forEach(place -> listeners.tell(place, ""));
            tellAll();
        } catch (RuntimeException e) {
            LOG.error("Who is here could not be told", e);
        }
    }

    @Override
    public void start() {
        listeners.silence(false);
        var scheduler = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("presence").factory());
        synchronized (untold) {
            untold.clear();
            telling = scheduler;
        }
        scheduler.scheduleWithFixedDelay(this::tick, REPEATED_SECONDS, REPEATED_SECONDS, TimeUnit.SECONDS);
        hearing = signals.on(TOPIC, this::hear);
        scheduler.execute(() -> hear(Signals.MISSED));
    }

    @Override
    public void stop() {
        listeners.silence(true);
        try {
            if (hearing != null) {
                hearing.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        synchronized (untold) {
            if (telling != null) {
                telling.shutdownNow();
            }
            telling = null;
        }
    }

    @Override
    public boolean isRunning() {
        return telling != null;
    }

    /** After the signals, before there are pages. */
    @Override
    public int getPhase() {
        return signals.getPhase() + 1;
    }

    private final class Open implements Stay {

        private Tab tab;
        private boolean closed;

        Open(Tab tab) {
            this.tab = tab;
            attendance.put(tab);
            changed(tab);
        }

        @Override
        public synchronized void edit(@Nullable String cell) {
            if (!closed && !Objects.equals(cell, tab.cell())) {
                tab = tab.editing(cell);
                attendance.put(tab);
                changed(tab);
            }
        }

        @Override
        public synchronized void stillHere() {
            if (!closed && attendance.put(tab)) {
                changed(tab);
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                attendance.remove(tab.id());
                changed(tab);
            }
        }
    }
}
