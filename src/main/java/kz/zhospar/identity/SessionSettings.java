package kz.zhospar.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When sessions end; that of one who does nothing is ended by {@code server.servlet.session.timeout}.
 *
 * @param longest after it a session ends, however busy it is
 * @param warning how long before its end a session says so
 */
@ConfigurationProperties("zhospar.session")
public record SessionSettings(
        @DefaultValue("12h") Duration longest,
        @DefaultValue("5m") Duration warning) {}
