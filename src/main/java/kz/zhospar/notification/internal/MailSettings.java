package kz.zhospar.notification.internal;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail is written; whether it is sent at all depends on {@code spring.mail.host}.
 *
 * @param from the address that writes; needed once a mail server is set
 * @param baseUrl where people reach the application
 * @param digestAt when the digest goes out on working days, in the city's time
 * @param attempts how often a letter is tried before it is given up
 * @param firstPause after the first failure; doubles after each further one
 * @param longestPause no pause is longer
 */
@ConfigurationProperties("zhospar.mail")
record MailSettings(
        @DefaultValue("") String from,
        @DefaultValue("http://localhost:8080") URI baseUrl,
        @DefaultValue("08:30") LocalTime digestAt,
        @DefaultValue("20") int attempts,
        @DefaultValue("1m") Duration firstPause,
        @DefaultValue("6h") Duration longestPause) {

    private static final int MOST_DOUBLINGS = 20;

    void requireSender() {
        if (from.isBlank()) {
            throw new IllegalStateException("spring.mail.host is set, so zhospar.mail.from has to say who writes");
        }
    }

    /** How long to wait after so many failures. */
    Duration pause(int failures) {
        var pause = firstPause.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }

    /** The full address of a link inside the application. */
    String address(String link) {
        return baseUrl.toString().replaceFirst("/+$", "") + "/" + link;
    }

    String host() {
        return Objects.requireNonNullElse(baseUrl.getHost(), "zhospar");
    }
}
