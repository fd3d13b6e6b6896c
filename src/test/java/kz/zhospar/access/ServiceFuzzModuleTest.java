package kz.zhospar.access;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.zhospar.finding.FindingCommand;
import kz.zhospar.finding.FindingService;
import kz.zhospar.finding.Severity;
import kz.zhospar.finding.Subject;
import kz.zhospar.plan.PlanService;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a screen passes on unseen: every service method refuses in its own words what it cannot take. */
@AccessTest
class ServiceFuzzModuleTest {

    private static final int TIMES = 12;

    private static final List<String> ACCOUNTS = List.of("ugm-official", "ugm-head", "auditor", "admin");

    /** Their work outlives a transaction that is rolled back, or is not a person's to begin. */
    private static final Set<String> LEFT_OUT = Set.of("SealService", "Readings", "EvidenceService", "PlanService");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void refusesInItsOwnWordsWhatItCannotTake() {
        var drafts = new Drafts(context);
        var submitted = drafts.submitted("ugm", "На согласовании");
        var command = new FindingCommand(
                new Subject.OfRequest(submitted),
                "ugm",
                Severity.LOW,
                "Замечание",
                LocalDate.now().plusDays(9));
        var finding = as(
                person("auditor"), () -> context.getBean(FindingService.class).raise(command));
        var numbers = List.of(drafts.draft("ugm", "Черновик"), submitted, finding.number());
        var plan = context.getBean(PlanService.class).current();
        var anything = new Anything(
                new Nonsense(6), plan, numbers, drafts.series("ugm").ref());
        var before = Records.of(context);
        var failures = new TreeMap<String, String>();
        var unknown = new TreeSet<String>();
        int calls = 0;
        for (var service : services()) {
            for (var method : methods(service)) {
                for (int i = 0; i < TIMES; i++) {
                    try {
                        var arguments = arguments(anything, method);
                        calls++;
                        ACCOUNTS.forEach(account -> call(service, method, arguments, account, failures));
                    } catch (Anything.Unknown e) {
                        unknown.add(method.getName() + " " + e.getMessage());
                    } catch (RuntimeException _) {
                        // Refused before anybody was asked.
                    }
                }
            }
        }
        System.out.println("Service fuzz: " + calls + " calls by " + ACCOUNTS.size() + " people, " + failures.size()
                + " methods fail, not made up: " + unknown);
        assertThat(failures).isEmpty();
        assertThat(Records.of(context)).isEqualTo(before);
    }

    /** In the same order each time, for the seed to mean the same. */
    private List<Object> services() {
        return context.getBeansWithAnnotation(Service.class).values().stream()
                .filter(service -> type(service).getPackageName().startsWith("kz.zhospar"))
                .filter(service -> !LEFT_OUT.contains(type(service).getSimpleName()))
                .sorted(Comparator.comparing(service -> type(service).getName()))
                .toList();
    }

    private static Class<?> type(Object service) {
        return AopUtils.getTargetClass(service);
    }

    private static List<Method> methods(Object service) {
        return Arrays.stream(type(service).getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> method.getParameterCount() > 0)
                .sorted(Comparator.comparing(Method::toString))
                .toList();
    }

    private static Object[] arguments(Anything anything, Method method) {
        return Stream.of(method.getGenericParameterTypes()).map(anything::of).toArray();
    }

    private void call(
            Object service, Method method, Object[] arguments, String account, TreeMap<String, String> failures) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                status.setRollbackOnly();
                as(person(account), () -> invoke(service, method, arguments));
                // What is only written at the end is written now, so that the database has its say.
                context.getBean(EntityManager.class).flush();
            });
        } catch (RuntimeException e) {
            if (!isInItsOwnWords(e)) {
                failures.putIfAbsent(
                        type(service).getSimpleName() + "." + method.getName(),
                        e + " for " + Arrays.deepToString(arguments));
            }
        }
    }

    private static void invoke(Object service, Method method, Object[] arguments) {
        try {
            method.setAccessible(true);
            method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A refusal of ours, or a guard of ours against what no screen could ask. */
    private static boolean isInItsOwnWords(RuntimeException e) {
        var guard = e instanceof InvalidDataAccessApiUsageException && e.getCause() != null ? e.getCause() : e;
        return e.getClass().getName().startsWith("kz.zhospar")
                || e instanceof AccessDeniedException
                || guard.getClass() == IllegalArgumentException.class;
    }
}
