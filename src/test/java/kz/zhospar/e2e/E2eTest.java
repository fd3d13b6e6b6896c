package kz.zhospar.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kz.zhospar.testing.ZhosparTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The whole application with the pages as they are shipped, on a port of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ZhosparTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@interface E2eTest {}
