package kz.zhospar.architecture;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.ReviewService;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Series;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may do what: every service method by every role, and every operation on a request by everybody in every state. */
@ZhosparTest(properties = "zhospar.test=matrix")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuthorizationMatrixModuleTest {

    private static final String NOBODY = "nobody";
    private static final List<String> ACCOUNTS =
            List.of("ugm-official", "ugm-head", "economy", "curator-2", "akim-office", "auditor", "admin", NOBODY);

    private static final String WRITERS = "ugm-official ugm-head economy";
    private static final String APPROVERS = "ugm-head economy curator-2 akim-office";
    private static final String READERS = "ugm-official ugm-head economy curator-2 akim-office auditor";
    private static final String EVERYBODY = String.join(" ", ACCOUNTS);

    /** The roles that each public method of a service lets through; a method that is not here fails the test. */
    private static final Map<String, String> LETS_THROUGH = new TreeMap<>(Map.ofEntries(
            Map.entry("PlanService.current", EVERYBODY),
            Map.entry("PlanService.apply", APPROVERS),
            Map.entry("PlanArchive.at", EVERYBODY),
            Map.entry("PlanArchive.atRevision", EVERYBODY),
            Map.entry("PlanArchive.before", EVERYBODY),
            Map.entry("PlanArchive.lastApplied", EVERYBODY),
            Map.entry("DraftService.proposable", WRITERS),
            Map.entry("DraftService.open", WRITERS),
            Map.entry("DraftService.describe", WRITERS),
            Map.entry("DraftService.edit", WRITERS),
            Map.entry("DraftService.propose", WRITERS),
            Map.entry("DraftService.drop", WRITERS),
            Map.entry("DraftService.settle", WRITERS),
            Map.entry("DraftService.submit", WRITERS),
            Map.entry("DraftService.withdraw", WRITERS),
            Map.entry("RequestService.find", READERS),
            Map.entry("RequestService.page", READERS),
            Map.entry("RequestService.own", READERS),
            Map.entry("RequestService.numbers", READERS),
            Map.entry("RequestService.visible", READERS),
            Map.entry("RequestService.bodies", READERS),
            Map.entry("RequestService.awaitingMe", READERS),
            Map.entry("RequestService.preview", READERS),
            Map.entry("RequestService.locks", READERS),
            Map.entry("RequestService.decisions", READERS),
            Map.entry("RequestService.everTouched", READERS),
            Map.entry("ReviewService.approve", APPROVERS),
            Map.entry("ReviewService.returnForRework", APPROVERS),
            Map.entry("ReviewService.reject", APPROVERS),
            Map.entry("HistoryService.plan", READERS),
            Map.entry("HistoryService.mayRead", READERS),
            Map.entry("HistoryService.mayReadEverything", READERS),
            Map.entry("HistoryService.of", READERS),
            Map.entry("HistoryService.log", READERS),
            Map.entry("HistoryService.revision", READERS)));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DraftService drafts;

    @Autowired
    private RequestService requests;

    @Autowired
    private ReviewService reviews;

    @Autowired
    private PlanService plans;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void letsThroughEachRoleAsExpectedByEveryServiceMethod() {
        var actual = new TreeMap<String, Set<String>>();
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            if (type.getPackageName().startsWith("kz.zhospar")) {
                publicMethods(type)
                        .forEach(method -> actual.computeIfAbsent(
                                        type.getSimpleName() + "." + method.getName(), _ -> new TreeSet<>())
                                .addAll(ACCOUNTS.stream()
                                        .filter(account -> letsThrough(service, method, account))
                                        .toList()));
            }
        }
        var expected = new TreeMap<String, Set<String>>();
        LETS_THROUGH.forEach((name, accounts) -> expected.put(name, new TreeSet<>(List.of(accounts.split(" ")))));
        assertThat(actual).containsOnlyKeys(expected.keySet());
        assertThat(actual)
                .allSatisfy((name, accounts) -> assertThat(accounts).as(name).isEqualTo(expected.get(name)));
    }

    private static Stream<Method> publicMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    /** Whether the rule at the door lets the account in; what happens behind it with senseless arguments is no matter. */
    private boolean letsThrough(Object service, Method method, String account) {
        return !refused(account, () -> invoke(service, method));
    }

    private static void invoke(Object service, Method method) {
        var arguments = Arrays.stream(method.getParameterTypes())
                .map(AuthorizationMatrixModuleTest::senseless)
                .toArray();
        try {
            method.setAccessible(true);
            method.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object senseless(Class<?> type) {
        if (type == long.class) {
            return 0L;
        }
        if (type == int.class) {
            return 1;
        }
        if (type == boolean.class) {
            return false;
        }
        return type == String.class ? "" : null;
    }

    /** Whether the door was closed; whatever it did is undone. */
    private boolean refused(String account, Runnable work) {
        var undone = new TransactionTemplate(transactions);
        try {
            undone.executeWithoutResult(status -> {
                status.setRollbackOnly();
                if (account.equals(NOBODY)) {
                    SecurityContextHolder.clearContext();
                    work.run();
                } else {
                    as(person(account), work);
                }
            });
            return false;
        } catch (AccessDeniedException e) {
            // Deeper refusals speak of a thing; the door speaks of none.
            return e.getMessage().equals("Access Denied");
        } catch (AuthenticationException e) {
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static final String AUTHOR = "ugm-official";
    private static final List<String> PEOPLE = List.of(
            AUTHOR,
            "ugm-head",
            "ue-official",
            "uo-official",
            "uo-head",
            "economy",
            "curator-2",
            "curator-6",
            "akim-office",
            "auditor",
            "admin");

    private enum Operation {
        FIND,
        DESCRIBE,
        EDIT,
        SUBMIT,
        WITHDRAW,
        APPROVE,
        RETURN,
        REJECT
    }

    /** A request of ugm in each state; the curator of its goal is curator-2. */
    private enum Given {
        DRAFT(RequestState.DRAFT),
        AT_HEAD(RequestState.IN_REVIEW),
        AT_AKIM_OFFICE(RequestState.IN_REVIEW),
        RETURNED(RequestState.RETURNED),
        WITHDRAWN(RequestState.WITHDRAWN),
        REJECTED(RequestState.REJECTED),
        APPROVED(RequestState.APPROVED);

        private final RequestState state;

        Given(RequestState state) {
            this.state = state;
        }
    }

    @Test
    void answersEveryOperationByEverybodyInEveryStateAsExpected() {
        Drafts.shortenRoutes(context);
        var numbers = new HashMap<Given, Long>();
        for (var given : Given.values()) {
            numbers.put(given, request(given));
        }
        var wrong = new ArrayList<String>();
        for (var given : Given.values()) {
            for (var operation : Operation.values()) {
                for (var account : PEOPLE) {
                    var expected = expected(given, operation, account);
                    var actual = outcome(account, numbers.get(given), operation);
                    if (!actual.equals(expected)) {
                        wrong.add("%s, %s by %s: expected %s, was %s"
                                .formatted(given, operation, account, expected, actual));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String expected(Given given, Operation operation, String account) {
        return switch (operation) {
            case FIND -> account.equals("admin") ? "denied" : sees(given, account) ? "ok" : "NOT_FOUND";
            case DESCRIBE, EDIT, SUBMIT, WITHDRAW -> writing(given, operation, account);
            case APPROVE, RETURN, REJECT -> deciding(given, account);
        };
    }

    private static boolean sees(Given given, String account) {
        return switch (account) {
            case AUTHOR, "ugm-head", "economy", "akim-office", "auditor" -> true;
            case "curator-2" -> given != Given.DRAFT;
            default -> false;
        };
    }

    private static String writing(Given given, Operation operation, String account) {
        if (Set.of("curator-2", "curator-6", "akim-office", "auditor", "admin").contains(account)) {
            return "denied";
        }
        if (!account.equals(AUTHOR)) {
            return "NOT_FOUND";
        }
        var open = given.state.isOpen();
        return switch (operation) {
            case WITHDRAW -> given.state.isFinal() || given == Given.WITHDRAWN ? "NOT_OPEN" : "ok";
            // An edit of a closed request is refused before its values are looked at.
            default -> open ? "ok" : "NOT_OPEN";
        };
    }

    private static String deciding(Given given, String account) {
        if (Set.of(AUTHOR, "ue-official", "uo-official", "auditor", "admin").contains(account)) {
            return "denied";
        }
        if (!sees(given, account)) {
            return "NOT_FOUND";
        }
        if (given.state != RequestState.IN_REVIEW) {
            return "NOT_IN_REVIEW";
        }
        return switch (account) {
            case "ugm-head" -> given == Given.AT_HEAD ? "ok" : "ALREADY_DECIDED";
            case "akim-office" -> given == Given.AT_AKIM_OFFICE ? "ok" : "NOT_YOUR_STEP";
            default -> "NOT_YOUR_STEP";
        };
    }

    private String outcome(String account, long number, Operation operation) {
        var hash = as(person("auditor"), () -> requests.find(number)).contentHash();
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                status.setRollbackOnly();
                as(person(account), () -> perform(number, operation, hash));
            });
            return "ok";
        } catch (AccessDeniedException e) {
            return "denied";
        } catch (Refusal e) {
            return e.reason().name();
        }
    }

    private void perform(long number, Operation operation, String hash) {
        switch (operation) {
            case FIND -> requests.find(number);
            case DESCRIBE -> drafts.describe(number, "Другое название", "Обоснование", Basis.named(""));
            case EDIT -> drafts.edit(number, series().ref(), Field.of(Attribute.ACTUAL, 2025), Quantity.of("3"));
            case SUBMIT -> drafts.submit(number);
            case WITHDRAW -> drafts.withdraw(number);
            case APPROVE -> reviews.approve(number, hash, "");
            case RETURN -> reviews.returnForRework(number, hash, "Причина");
            case REJECT -> reviews.reject(number, hash, "Причина");
        }
    }

    /** Each request edits a cell of its own, so that none locks or outdates another. */
    private long request(Given given) {
        var author = person(AUTHOR);
        var year = 2019 + given.ordinal();
        var number = as(author, () -> {
            var draft = drafts.open();
            drafts.describe(draft, "Запрос", "Обоснование", Basis.named(""));
            drafts.edit(draft, series().ref(), Field.of(Attribute.TARGET, year), Quantity.of("100500"));
            if (given != Given.DRAFT) {
                drafts.submit(draft);
            }
            return draft;
        });
        switch (given) {
            case AT_AKIM_OFFICE -> decide("ugm-head", number, Operation.APPROVE);
            case RETURNED -> decide("ugm-head", number, Operation.RETURN);
            case REJECTED -> decide("ugm-head", number, Operation.REJECT);
            case WITHDRAWN -> as(author, () -> drafts.withdraw(number));
            case APPROVED -> {
                decide("ugm-head", number, Operation.APPROVE);
                decide("akim-office", number, Operation.APPROVE);
            }
            default -> {}
        }
        assertThat(as(author, () -> requests.find(number)).state()).isEqualTo(given.state);
        return number;
    }

    private void decide(String account, long number, Operation operation) {
        Person person = person(account);
        as(person, () -> perform(number, operation, requests.find(number).contentHash()));
    }

    private Series series() {
        var tree = plans.current().tree();
        var body = tree.body("ugm").orElseThrow().ref().id();
        return tree.goal("1.2")
                .orElseThrow()
                .series()
                .filter(series -> Drafts.leads(body, series))
                .findFirst()
                .orElseThrow();
    }
}
