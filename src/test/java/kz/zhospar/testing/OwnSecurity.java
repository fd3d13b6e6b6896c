package kz.zhospar.testing;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Lets each test sign in to its own application. Who is signed in is held in one place for the whole JVM, and the
 * application context that was started last takes that place from those that stay cached beside it.
 */
class OwnSecurity extends AbstractTestExecutionListener {
    private static final int BEFORE_SIGNING_IN = 4000;

    @Override
    public int getOrder() {
        return BEFORE_SIGNING_IN;
    }

    /** Before what a class does once for all its tests. */
    @Override
    public void prepareTestInstance(TestContext test) {
        take(test);
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        take(test);
    }

    private static void take(TestContext test) {
        test.getApplicationContext()
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
    }
}
