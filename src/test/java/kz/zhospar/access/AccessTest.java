package kz.zhospar.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kz.zhospar.testing.ZhosparTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** The whole application on a port of its own, met as the network meets it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ZhosparTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "zhospar.test=access",
            "vaadin.productionMode=true",
            // What a list reads is counted by the rows that come out of the database.
            "spring.jpa.properties.hibernate.generate_statistics=true"
        })
@Import(OpenedScreens.class)
@interface AccessTest {}
