package kz.zhospar.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test that changes the plan; all of them share one database, so none counts on what the plan was at first. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ZhosparTest(properties = "zhospar.test=plan-changes")
public @interface PlanChangeTest {}
