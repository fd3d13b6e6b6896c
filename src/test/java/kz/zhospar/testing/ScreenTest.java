package kz.zhospar.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of screens on the whole application; all of them share one database, so each keeps to requests of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ZhosparTest(properties = "zhospar.test=screens")
public @interface ScreenTest {}
