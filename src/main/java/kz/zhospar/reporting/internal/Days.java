package kz.zhospar.reporting.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import kz.zhospar.common.Formats;
import org.springframework.stereotype.Component;

/** The day in the city. */
@Component
public class Days {

    private final Clock clock;

    Days(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    public Instant now() {
        return clock.instant();
    }
}
