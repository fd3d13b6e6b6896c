package kz.zhospar.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses passwords: per account after five failures in a row, per remote address after many.
 *
 * <p>An attempt counts as failed from its start until it succeeds, so attempts made at the same time gain nothing. Names
 * that are no account are counted too, or the wait would tell which accounts exist.
 */
final class LoginThrottle {
    static final int FREE_FAILURES = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    static final int FAILURES_PER_ADDRESS = 60;
    static final Duration ADDRESS_WINDOW = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<String, Streak> accounts = recent();
    private final Map<String, Window> addresses = recent();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** Starts an attempt; returns how long to wait instead if it may not be made now. */
    synchronized Optional<Duration> begin(String account, String address) {
        var now = clock.instant();
        var streak = accounts.getOrDefault(account, Streak.NONE);
        var window = Window.at(now, addresses.get(address));
        var free = later(streak.freeAt(), window.freeAt());
        if (now.isBefore(free)) {
            return Optional.of(Duration.between(now, free));
        }
        accounts.put(account, streak.failedAt(now));
        addresses.put(address, window.oneMore());
        return Optional.empty();
    }

    synchronized void succeeded(String account, String address) {
        accounts.remove(account);
        addresses.computeIfPresent(address, (key, window) -> window.oneLess());
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static <V> Map<String, V> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > 10_000;
            }
        };
    }

    /** Failures of one account in a row. */
    private record Streak(int failures, Instant freeAt) {
        static final Streak NONE = new Streak(0, Instant.MIN);

        Streak failedAt(Instant now) {
            var more = failures + 1;
            return new Streak(more, more < FREE_FAILURES ? Instant.MIN : now.plus(waitAfter(more)));
        }

        private static Duration waitAfter(int failures) {
            var doublings = Math.min(failures - FREE_FAILURES, 10);
            var wait = FIRST_WAIT.multipliedBy(1L << doublings);
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        }
    }

    /** Failures from one address within a stretch of time. */
    private record Window(int failures, Instant end) {
        static Window at(Instant now, @Nullable Window last) {
            return last == null || !now.isBefore(last.end) ? new Window(0, now.plus(ADDRESS_WINDOW)) : last;
        }

        Instant freeAt() {
            return failures < FAILURES_PER_ADDRESS ? Instant.MIN : end;
        }

        Window oneMore() {
            return new Window(failures + 1, end);
        }

        Window oneLess() {
            return new Window(Math.max(0, failures - 1), end);
        }
    }
}
