package kz.zhospar.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kz.zhospar.SettableClock;
import kz.zhospar.identity.internal.LocalAccounts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * A test of the review with a clock and a directory that it may set, and with everything kept that people are told. All
 * of them share one database, so each keeps to places of the plan of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ZhosparTest(properties = "zhospar.test=review")
@Import(ReviewTest.Settings.class)
public @interface ReviewTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Settings {

        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }

        @Bean
        @Primary
        Directory directory(LocalAccounts accounts) {
            return new Directory(accounts);
        }

        @Bean
        Notices notices() {
            return new Notices();
        }
    }
}
