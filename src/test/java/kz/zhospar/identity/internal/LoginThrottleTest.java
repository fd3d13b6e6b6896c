package kz.zhospar.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.zhospar.SettableClock;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {
    private static final String HERE = "127.0.0.1";

    private final SettableClock clock = new SettableClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void allowsFiveFailuresAndSlowsTheSixth() {
        failTimes(5);

        assertThat(throttle.begin("a", HERE)).contains(Duration.ofSeconds(30));
    }

    @Test
    void letsTheNextAttemptThroughAfterTheWait() {
        failTimes(5);
        clock.advance(Duration.ofSeconds(29));
        assertThat(throttle.begin("a", HERE)).contains(Duration.ofSeconds(1));

        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.begin("a", HERE)).isEmpty();
    }

    @Test
    void doublesTheWaitUpToAQuarterOfAnHour() {
        failTimes(4);
        var waits = new ArrayList<Long>();
        for (var i = 0; i < 7; i++) {
            failTimes(1);
            var wait = throttle.begin("a", HERE).orElseThrow();
            waits.add(wait.toSeconds());
            clock.advance(wait);
        }

        assertThat(waits).isEqualTo(List.of(30L, 60L, 120L, 240L, 480L, 900L, 900L));
    }

    @Test
    void attemptsDuringTheWaitDoNotProlongIt() {
        failTimes(5);
        throttle.begin("a", HERE);
        throttle.begin("a", HERE);

        assertThat(throttle.begin("a", HERE)).contains(Duration.ofSeconds(30));
    }

    @Test
    void startsAnewAfterASuccess() {
        failTimes(5);
        throttle.succeeded("a", HERE);

        failTimes(5);
    }

    @Test
    void slowsOneAccountAlone() {
        failTimes(5);

        assertThat(throttle.begin("b", HERE)).isEmpty();
    }

    @Test
    void slowsAnAddressThatTriesManyAccounts() {
        for (var i = 0; i < LoginThrottle.FAILURES_PER_ADDRESS; i++) {
            assertThat(throttle.begin("account-" + i, HERE)).isEmpty();
        }

        assertThat(throttle.begin("another", HERE)).contains(LoginThrottle.ADDRESS_WINDOW);
        assertThat(throttle.begin("another", "::1")).isEmpty();
        clock.advance(LoginThrottle.ADDRESS_WINDOW);
        assertThat(throttle.begin("another", HERE)).isEmpty();
    }

    @Test
    void successesDoNotCountAgainstAnAddress() {
        for (var i = 0; i < 2 * LoginThrottle.FAILURES_PER_ADDRESS; i++) {
            assertThat(throttle.begin("a", HERE)).isEmpty();
            throttle.succeeded("a", HERE);
        }
    }

    private void failTimes(int times) {
        for (var i = 0; i < times; i++) {
            assertThat(throttle.begin("a", HERE)).isEmpty();
        }
    }
}
