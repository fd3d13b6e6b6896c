package kz.zhospar.identity.ui;

import com.vaadin.flow.spring.SpringServlet;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Lets the push channel open no sessions. It closes while somebody signs in, and by then names the session of before: a
 * new one would take the place of his.
 */
@Configuration(proxyBeanMethods = false)
class PushSessions {

    /** Known to Atmosphere, which Vaadin pushes with, from the settings of the servlet alone. */
    private static final String OPENS_SESSIONS = "org.atmosphere.cpr.sessionCreate";

    /** Comes before the servlet is told its settings. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ServletContextInitializer pushOpensNoSessions(ServletRegistrationBean<SpringServlet> servlet) {
        return _ -> servlet.addInitParameter(OPENS_SESSIONS, "false");
    }
}
