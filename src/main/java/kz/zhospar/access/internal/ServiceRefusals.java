package kz.zhospar.access.internal;

import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.zhospar.access.AccessTrail;
import kz.zhospar.common.RuleRefusal;
import kz.zhospar.plan.ItemRef;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Has every refusal by a service kept, whether its rule spoke at the door or the service itself behind it. */
@Configuration(proxyBeanMethods = false)
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class ServiceRefusals {

    /** Around everything else that surrounds a service: by then its transaction is over. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor serviceRefusalAdvisor(ObjectProvider<AccessTrail> trail) {
        var advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forClassAnnotation(Service.class),
                (MethodInterceptor) call -> proceed(call, trail));
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static Object proceed(MethodInvocation call, ObjectProvider<AccessTrail> trail) throws Throwable {
        try {
            return call.proceed();
        } catch (AccessDeniedException | RuleRefusal e) {
            // Inside the transaction of another service, that one is refused in turn.
            if (isNotYours(e) && !TransactionSynchronizationManager.isActualTransactionActive()) {
                trail.getObject().refused(name(call));
            }
            throw e;
        }
    }

    /** What is somebody else's is answered as what does not exist. */
    private static boolean isNotYours(RuntimeException e) {
        return e instanceof AccessDeniedException || e instanceof RuleRefusal refusal && refusal.concealsWhatThereIs();
    }

    /** {@code RequestService.find(12)}; of the arguments only numbers, keys and items, never what somebody typed. */
    private static String name(MethodInvocation call) {
        var service = call.getMethod().getDeclaringClass().getSimpleName();
        var arguments = Arrays.stream(call.getArguments())
                .filter(argument ->
                        argument instanceof Number || argument instanceof UUID || argument instanceof ItemRef)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
        return "%s.%s(%s)".formatted(service, call.getMethod().getName(), arguments);
    }
}
