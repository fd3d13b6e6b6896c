package kz.zhospar.identity;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * Signing in alone: no database and none of the other modules.
 *
 * <p>No {@code @Configuration}, or the scan of the whole application would find it in the tests.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration",
            "org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
            "org.springframework.modulith.events.config.EventPublicationAutoConfiguration",
            "org.springframework.modulith.events.jdbc.JdbcEventPublicationAutoConfiguration"
        })
@ComponentScan(
        basePackages = {"kz.zhospar.identity", "kz.zhospar.common"},
        // What one test brings along is not for the others.
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test\\$.*"))
@EnableVaadin({"kz.zhospar.identity", "kz.zhospar.shell"})
public class LoginTestApplication {}
