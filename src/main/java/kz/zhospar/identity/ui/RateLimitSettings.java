package kz.zhospar.identity.ui;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a minute are answered to one account, or to one address where nobody is signed in; 0 for any number.
 *
 * @param api of the open interface
 * @param downloads of files that are made for the one who asks
 * @param uploads of files
 * @param messages of open screens, far more than a person can cause; what is broken in them fills the log
 * @param signIn attempts, by address; beside the wait after wrong passwords
 */
@ConfigurationProperties("zhospar.limits")
record RateLimitSettings(
        @DefaultValue("600") int api,
        @DefaultValue("60") int downloads,
        @DefaultValue("30") int uploads,
        @DefaultValue("900") int messages,
        @DefaultValue("60") int signIn) {}
