package kz.zhospar.architecture;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.zhospar.audit.ComparisonService;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.ParticipantService;
import kz.zhospar.change.Refusal;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.ReviewService;
import kz.zhospar.change.SubstitutionService;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Quantity;
import kz.zhospar.conversation.ConversationService;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
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
    /** Officials too: each may stand in for somebody; on which request anybody has a say is told by the request. */
    private static final String PARTICIPANTS = "ugm-official ugm-head economy curator-2 akim-office";

    private static final String READERS = PARTICIPANTS + " auditor";
    private static final String SIGNED_IN = READERS + " admin";
    private static final String PROGRESS = "ugm-official ugm-head economy akim-office auditor admin";
    private static final String EVERYBODY = String.join(" ", ACCOUNTS);

    /** The roles that each public method of a service lets through; a method that is not here fails the test. */
    private static final Map<String, String> LETS_THROUGH = new TreeMap<>(Map.ofEntries(
            Map.entry("PlanService.current", EVERYBODY),
            Map.entry("PlanService.apply", PARTICIPANTS),
            Map.entry("PlanArchive.at", EVERYBODY),
            Map.entry("PlanArchive.atRevision", EVERYBODY),
            Map.entry("PlanArchive.before", EVERYBODY),
            Map.entry("PlanArchive.lastApplied", EVERYBODY),
            Map.entry("PlanArchive.find", EVERYBODY),
            Map.entry("PlanArchive.revisionOf", EVERYBODY),
            Map.entry("PlanArchive.first", EVERYBODY),
            Map.entry("PlanArchive.latest", EVERYBODY),
            Map.entry("CalendarService.days", SIGNED_IN),
            Map.entry("CalendarService.years", SIGNED_IN),
            Map.entry("CalendarService.declare", "admin"),
            Map.entry("CalendarService.change", "admin"),
            Map.entry("CalendarService.remove", "admin"),
            Map.entry("DraftService.proposable", WRITERS),
            Map.entry("DraftService.open", WRITERS),
            Map.entry("DraftService.describe", WRITERS),
            Map.entry("DraftService.edit", WRITERS),
            Map.entry("DraftService.propose", WRITERS),
            Map.entry("DraftService.drop", WRITERS),
            Map.entry("DraftService.settle", WRITERS),
            Map.entry("DraftService.submit", WRITERS),
            Map.entry("DraftService.withdraw", WRITERS),
            Map.entry("DraftService.attach", WRITERS),
            Map.entry("DraftService.detach", WRITERS),
            Map.entry("DraftService.takeSuggestion", WRITERS),
            Map.entry("DraftService.declineSuggestion", WRITERS),
            Map.entry("DraftService.takeOver", WRITERS),
            Map.entry("RequestService.find", READERS),
            Map.entry("RequestService.takeBasisFile", READERS),
            Map.entry("RequestService.page", READERS),
            Map.entry("RequestService.own", READERS),
            Map.entry("RequestService.numbers", READERS),
            Map.entry("RequestService.visible", READERS),
            Map.entry("RequestService.titles", READERS),
            Map.entry("RequestService.bodies", READERS),
            Map.entry("RequestService.awaitingMe", READERS),
            Map.entry("RequestService.preview", READERS),
            Map.entry("RequestService.locks", READERS),
            Map.entry("RequestService.decisions", READERS),
            Map.entry("RequestService.everTouched", READERS),
            Map.entry("ParticipantService.readers", READERS),
            Map.entry("ParticipantService.involved", READERS),
            Map.entry("ConversationService.of", READERS),
            Map.entry("ConversationService.mentionable", PARTICIPANTS),
            Map.entry("ConversationService.write", PARTICIPANTS),
            Map.entry("ConversationService.resolve", PARTICIPANTS),
            Map.entry("ConversationService.reopen", PARTICIPANTS),
            Map.entry("AccessService.find", "admin auditor"),
            Map.entry("Jottings.find", SIGNED_IN),
            Map.entry("Jottings.keys", SIGNED_IN),
            Map.entry("Jottings.keep", SIGNED_IN),
            Map.entry("Jottings.drop", SIGNED_IN),
            Map.entry("CampaignService.all", SIGNED_IN),
            Map.entry("CampaignService.find", SIGNED_IN),
            Map.entry("CampaignService.extent", "admin"),
            Map.entry("CampaignService.announce", "admin"),
            Map.entry("CampaignService.change", "admin"),
            Map.entry("CampaignService.progress", PROGRESS),
            Map.entry("ReportService.rows", WRITERS),
            Map.entry("ReportService.begin", WRITERS),
            Map.entry("ReportService.enter", WRITERS),
            Map.entry("ReportService.settle", WRITERS),
            Map.entry("ReportService.takeOver", WRITERS),
            Map.entry("ReportService.submit", WRITERS),
            Map.entry("ExceptionService.all", PROGRESS),
            Map.entry("ExceptionService.ask", "ugm-official ugm-head"),
            Map.entry("ExceptionService.decide", "economy"),
            Map.entry("RequestService.open", READERS),
            Map.entry("RequestService.basisFile", READERS),
            Map.entry("RequestService.drafted", READERS),
            Map.entry("ReviewService.approve", PARTICIPANTS),
            Map.entry("ReviewService.returnForRework", PARTICIPANTS),
            Map.entry("ReviewService.reject", PARTICIPANTS),
            Map.entry("ReviewService.decide", PARTICIPANTS),
            Map.entry("RouteService.routes", SIGNED_IN),
            Map.entry("RouteService.editions", "auditor admin"),
            Map.entry("RouteService.change", "admin"),
            Map.entry("SubstitutionService.visible", SIGNED_IN),
            Map.entry("SubstitutionService.standingIn", SIGNED_IN),
            Map.entry("SubstitutionService.holders", SIGNED_IN),
            Map.entry("SubstitutionService.candidates", SIGNED_IN),
            Map.entry("SubstitutionService.name", SIGNED_IN),
            Map.entry("SubstitutionService.end", SIGNED_IN),
            Map.entry("HandOverService.leavers", "ugm-head admin"),
            Map.entry("HandOverService.successors", "ugm-head admin"),
            Map.entry("HandOverService.handOver", "ugm-head admin"),
            Map.entry("HandOverService.past", "ugm-head auditor admin"),
            Map.entry("ComparisonService.between", EVERYBODY),
            Map.entry("ComparisonService.starts", EVERYBODY),
            Map.entry("ComparisonService.ofRequest", READERS),
            Map.entry("HistoryService.plan", READERS),
            Map.entry("HistoryService.mayRead", READERS),
            Map.entry("HistoryService.mayReadEverything", READERS),
            Map.entry("HistoryService.mayTakeEvidence", READERS),
            Map.entry("HistoryService.of", READERS),
            Map.entry("HistoryService.log", READERS),
            Map.entry("HistoryService.entries", READERS),
            Map.entry("HistoryService.revision", READERS),
            Map.entry("FindingService.list", READERS),
            Map.entry("FindingService.find", READERS),
            Map.entry("FindingService.on", READERS),
            Map.entry("FindingService.awaitingMe", READERS),
            Map.entry("FindingService.raise", "auditor"),
            Map.entry("FindingService.answer", PARTICIPANTS),
            Map.entry("FindingService.giveBack", "auditor"),
            Map.entry("FindingService.close", "auditor"),
            Map.entry("FindingService.withdraw", "auditor"),
            Map.entry("MailService.isOn", "admin"),
            Map.entry("MailService.givenUp", "admin"),
            Map.entry("MailService.undelivered", "admin"),
            Map.entry("MailService.sendAgain", "admin"),
            Map.entry("MailService.sendAllAgain", "admin"),
            Map.entry("SealService.head", EVERYBODY),
            Map.entry("SealService.seals", EVERYBODY),
            Map.entry("SealService.published", EVERYBODY),
            Map.entry("SealService.publicKey", EVERYBODY),
            Map.entry("SealService.keyId", EVERYBODY),
            Map.entry("SealService.line", EVERYBODY),
            Map.entry("SealService.sealNow", "auditor admin"),
            Map.entry("SealService.verify", "auditor admin"),
            Map.entry("SealService.beginVerification", "auditor admin"),
            Map.entry("SealService.runningVerification", "auditor admin"),
            Map.entry("SealService.verificationBrokeOff", "auditor admin"),
            Map.entry("SealService.lastVerification", "auditor admin"),
            Map.entry("SealService.canary", "auditor admin"),
            Map.entry("SealService.proof", "akim-office auditor"),
            Map.entry("SealService.proofs", "akim-office auditor"),
            Map.entry("SealService.signEvidence", "auditor"),
            Map.entry("EvidenceService.check", "auditor"),
            Map.entry("EvidenceService.pack", "auditor"),
            Map.entry("QuestionService.ask", "economy akim-office auditor"),
            Map.entry("Readings.note", READERS),
            Map.entry("Readings.taken", SIGNED_IN),
            Map.entry("SavedQueryService.visible", READERS),
            Map.entry("SavedQueryService.mayShare", READERS),
            Map.entry("SavedQueryService.save", READERS),
            Map.entry("SavedQueryService.delete", READERS),
            Map.entry("NotificationService.unread", SIGNED_IN),
            Map.entry("NotificationService.latest", SIGNED_IN),
            Map.entry("NotificationService.read", SIGNED_IN),
            Map.entry("NotificationService.readAll", SIGNED_IN),
            Map.entry("NotificationService.preferences", SIGNED_IN),
            Map.entry("NotificationService.choose", SIGNED_IN)));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DraftService drafts;

    @Autowired
    private RequestService requests;

    @Autowired
    private ReviewService reviews;

    @Autowired
    private SubstitutionService substitutions;

    @Autowired
    private ParticipantService participants;

    @Autowired
    private ConversationService conversations;

    @Autowired
    private ComparisonService comparisons;

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

    /** Stands in for the economist today. */
    private static final String SUBSTITUTE = "ue-head";

    /** What a service method does to a request that somebody has before him. */
    private interface Operation {
        void on(RequestDetails seen);
    }

    /** A request of ugm in each state, on the route of targets; the curator of its goal is curator-2. */
    private enum Given {
        DRAFT(RequestState.DRAFT),
        AT_HEAD(RequestState.IN_REVIEW),
        AT_ECONOMY(RequestState.IN_REVIEW),
        AT_CURATOR(RequestState.IN_REVIEW),
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

    /** What the tables below say in one sign. */
    private static final Map<String, String> SIGNS = Map.of(
            "+", "ok",
            "x", "denied",
            ".", "NOT_FOUND",
            "o", "NOT_OPEN",
            "r", "NOT_IN_REVIEW",
            "s", "NOT_YOUR_STEP",
            "d", "ALREADY_DECIDED",
            "!", "OWN_REQUEST");

    /**
     * Each method about a request by everybody (down), whether it is his or foreign to him, in each state (across): + is
     * done; x is refused at the door, whatever the
     * request; . does not exist for him; o is not open for writing; r is not under review; s is not his step; d has
     * decided already; ! is his own request.
     */
    private static final Map<Set<String>, String> EXPECTED = Map.of(
            Set.of("ConversationService.mentionable", "ConversationService.write"), """
                    account        draft head econ cur akim ret wdr rej app
                    ugm-official   +     +    +    +   +    +   +   +   +
                    ugm-head       +     +    +    +   +    +   +   +   +
                    ue-official    .     .    .    .   .    .   .   .   .
                    ue-head        +     +    +    +   +    +   +   +   +
                    uo-official    .     .    .    .   .    .   .   .   .
                    uo-head        .     .    .    .   .    .   .   .   .
                    economy        +     +    +    +   +    +   +   +   +
                    curator-2      .     +    +    +   +    +   +   +   +
                    curator-6      .     .    .    .   .    .   .   .   .
                    akim-office    +     +    +    +   +    +   +   +   +
                    auditor        x     x    x    x   x    x   x   x   x
                    admin          x     x    x    x   x    x   x   x   x
                    """,
            Set.of(
                            "RequestService.find",
                            "RequestService.open",
                            "RequestService.basisFile",
                            "RequestService.takeBasisFile",
                            "RequestService.preview",
                            "ParticipantService.readers",
                            "ParticipantService.involved",
                            "ConversationService.of",
                            "ComparisonService.ofRequest"),
                    """
                    account        draft head econ cur akim ret wdr rej app
                    ugm-official   +     +    +    +   +    +   +   +   +
                    ugm-head       +     +    +    +   +    +   +   +   +
                    ue-official    .     .    .    .   .    .   .   .   .
                    ue-head        +     +    +    +   +    +   +   +   +
                    uo-official    .     .    .    .   .    .   .   .   .
                    uo-head        .     .    .    .   .    .   .   .   .
                    economy        +     +    +    +   +    +   +   +   +
                    curator-2      .     +    +    +   +    +   +   +   +
                    curator-6      .     .    .    .   .    .   .   .   .
                    akim-office    +     +    +    +   +    +   +   +   +
                    auditor        +     +    +    +   +    +   +   +   +
                    admin          x     x    x    x   x    x   x   x   x
                    """,
            Set.of(
                            "DraftService.describe",
                            "DraftService.edit",
                            "DraftService.propose",
                            "DraftService.drop",
                            "DraftService.settle",
                            "DraftService.attach",
                            "DraftService.detach",
                            "DraftService.takeSuggestion",
                            "DraftService.declineSuggestion",
                            "DraftService.submit"),
                    """
                    account        draft head econ cur akim ret wdr rej app
                    ugm-official   +     o    o    o   o    +   +   o   o
                    ugm-head       .     .    .    .   .    .   .   .   .
                    ue-official    .     .    .    .   .    .   .   .   .
                    ue-head        .     .    .    .   .    .   .   .   .
                    uo-official    .     .    .    .   .    .   .   .   .
                    uo-head        .     .    .    .   .    .   .   .   .
                    economy        .     .    .    .   .    .   .   .   .
                    curator-2      x     x    x    x   x    x   x   x   x
                    curator-6      x     x    x    x   x    x   x   x   x
                    akim-office    x     x    x    x   x    x   x   x   x
                    auditor        x     x    x    x   x    x   x   x   x
                    admin          x     x    x    x   x    x   x   x   x
                    """,
            Set.of("DraftService.withdraw"), """
                    account        draft head econ cur akim ret wdr rej app
                    ugm-official   +     +    +    +   +    +   o   o   o
                    ugm-head       .     .    .    .   .    .   .   .   .
                    ue-official    .     .    .    .   .    .   .   .   .
                    ue-head        .     .    .    .   .    .   .   .   .
                    uo-official    .     .    .    .   .    .   .   .   .
                    uo-head        .     .    .    .   .    .   .   .   .
                    economy        .     .    .    .   .    .   .   .   .
                    curator-2      x     x    x    x   x    x   x   x   x
                    curator-6      x     x    x    x   x    x   x   x   x
                    akim-office    x     x    x    x   x    x   x   x   x
                    auditor        x     x    x    x   x    x   x   x   x
                    admin          x     x    x    x   x    x   x   x   x
                    """,
            Set.of("DraftService.takeOver"), """
                    account        draft head econ cur akim ret wdr rej app
                    ugm-official   .     .    .    .   .    .   .   .   .
                    ugm-head       +     +    +    +   +    +   +   .   .
                    ue-official    .     .    .    .   .    .   .   .   .
                    ue-head        .     .    .    .   .    .   .   .   .
                    uo-official    .     .    .    .   .    .   .   .   .
                    uo-head        .     .    .    .   .    .   .   .   .
                    economy        .     .    .    .   .    .   .   .   .
                    curator-2      x     x    x    x   x    x   x   x   x
                    curator-6      x     x    x    x   x    x   x   x   x
                    akim-office    x     x    x    x   x    x   x   x   x
                    auditor        x     x    x    x   x    x   x   x   x
                    admin          x     x    x    x   x    x   x   x   x
                    """,
            Set.of(
                            "ReviewService.approve",
                            "ReviewService.returnForRework",
                            "ReviewService.reject",
                            "ReviewService.decide"),
                    """
                    account        draft head econ cur akim ret wdr rej app
                    ugm-official   r     !    !    !   !    r   r   r   r
                    ugm-head       r     +    d    d   d    r   r   r   r
                    ue-official    .     .    .    .   .    .   .   .   .
                    ue-head        r     s    +    s   s    r   r   r   r
                    uo-official    .     .    .    .   .    .   .   .   .
                    uo-head        .     .    .    .   .    .   .   .   .
                    economy        r     s    +    d   d    r   r   r   r
                    curator-2      .     s    s    +   d    r   r   r   r
                    curator-6      .     .    .    .   .    .   .   .   .
                    akim-office    r     s    s    s   +    r   r   r   r
                    auditor        x     x    x    x   x    x   x   x   x
                    admin          x     x    x    x   x    x   x   x   x
                    """);

    @Test
    void answersEveryOperationByEverybodyInEveryStateAsExpected() {
        var day = LocalDate.now(Formats.ZONE);
        as(person("economy"), () -> substitutions.name("economy", SUBSTITUTE, day, day));
        var given = new EnumMap<Given, RequestDetails>(Given.class);
        for (var state : Given.values()) {
            var number = request(state);
            given.put(state, as(person("auditor"), () -> requests.find(number)));
        }
        var operations = operations();
        var wrong = new ArrayList<String>();
        EXPECTED.forEach((methods, table) -> table.lines()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .forEach(line -> methods.forEach(method -> wrong.addAll(
                        wrong(given, method, Objects.requireNonNull(operations.get(method), method), line)))));
        assertThat(wrong).isEmpty();
    }

    /** What takes a number in the modules of requests takes that of a request; so does whatever says so itself. */
    @Test
    void knowsWhatIsExpectedOfEveryMethodAboutARequest() {
        var about = new TreeSet<String>();
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            publicMethods(type)
                    .filter(method -> type.getPackageName().matches("kz\\.zhospar\\.(change|conversation)")
                                    && List.of(method.getParameterTypes()).contains(long.class)
                            || method.getName().equals("ofRequest"))
                    .forEach(method -> about.add(type.getSimpleName() + "." + method.getName()));
        }
        var expected = new TreeSet<String>();
        EXPECTED.keySet().forEach(expected::addAll);
        assertThat(about)
                .isEqualTo(expected)
                .isEqualTo(new TreeSet<>(operations().keySet()));
    }

    /** @param line an account and its sign in each state */
    private List<String> wrong(Map<Given, RequestDetails> given, String method, Operation operation, String[] line) {
        assertThat(line).hasSize(Given.values().length + 1);
        var wrong = new ArrayList<String>();
        given.forEach((state, seen) -> {
            var expected = SIGNS.get(line[state.ordinal() + 1]);
            var actual = outcome(line[0], seen, operation);
            if (!actual.equals(expected)) {
                wrong.add("%s, %s by %s: expected %s, was %s".formatted(state, method, line[0], expected, actual));
            }
        });
        return wrong;
    }

    private String outcome(String account, RequestDetails seen, Operation operation) {
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                status.setRollbackOnly();
                as(person(account), () -> operation.on(seen));
            });
            return "ok";
        } catch (AccessDeniedException e) {
            return "denied";
        } catch (Refusal e) {
            return e.reason().name();
        }
    }

    /** By the names of the methods. */
    private Map<String, Operation> operations() {
        var operations = new HashMap<String, Operation>();
        var field = Field.of(Attribute.ACTUAL, 2025);
        var file = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        operations.put("RequestService.find", seen -> requests.find(seen.number()));
        operations.put("RequestService.open", seen -> requests.open(seen.number()));
        operations.put("RequestService.basisFile", seen -> requests.basisFile(seen.number()));
        operations.put("RequestService.takeBasisFile", seen -> requests.takeBasisFile(seen.number()));
        operations.put("RequestService.preview", seen -> requests.preview(seen.number()));
        operations.put("ParticipantService.readers", seen -> participants.readers(seen.number()));
        operations.put("ParticipantService.involved", seen -> participants.involved(seen.number()));
        operations.put("ConversationService.of", seen -> conversations.of(seen.number()));
        operations.put("ConversationService.mentionable", seen -> conversations.mentionable(seen.number()));
        operations.put("ConversationService.write", seen -> conversations.write(seen.number(), null, null, "Слово"));
        operations.put("ComparisonService.ofRequest", seen -> comparisons.ofRequest(seen.number()));
        operations.put(
                "DraftService.describe",
                seen -> drafts.describe(seen.number(), "Другое название", "Обоснование", Basis.NONE));
        operations.put(
                "DraftService.edit", seen -> drafts.edit(seen.number(), series().ref(), field, Quantity.of("3")));
        operations.put("DraftService.propose", seen -> drafts.propose(seen.number(), List.of(own(seen))));
        operations.put("DraftService.drop", seen -> drafts.drop(seen.number(), own(seen)));
        operations.put("DraftService.settle", seen -> drafts.settle(seen.number(), own(seen), true));
        operations.put("DraftService.attach", seen -> drafts.attach(seen.number(), "Протокол.pdf", file));
        operations.put("DraftService.detach", seen -> drafts.detach(seen.number()));
        operations.put("DraftService.takeSuggestion", seen -> drafts.takeSuggestion(seen.number(), own(seen)));
        operations.put("DraftService.declineSuggestion", seen -> drafts.declineSuggestion(seen.number(), own(seen)));
        operations.put("DraftService.submit", seen -> drafts.submit(seen.number()));
        operations.put("DraftService.withdraw", seen -> drafts.withdraw(seen.number()));
        operations.put("DraftService.takeOver", seen -> drafts.takeOver(seen.number()));
        operations.put("ReviewService.approve", seen -> reviews.approve(seen.number(), seen.contentHash(), ""));
        operations.put(
                "ReviewService.returnForRework",
                seen -> reviews.returnForRework(seen.number(), seen.contentHash(), "Причина"));
        operations.put("ReviewService.reject", seen -> reviews.reject(seen.number(), seen.contentHash(), "Причина"));
        // One change is returned, the other accepted.
        operations.put(
                "ReviewService.decide",
                seen -> reviews.decide(
                        seen.number(), seen.contentHash(), "", List.of(ItemVerdict.returned(own(seen), "Причина"))));
        return operations;
    }

    private static Change own(RequestDetails seen) {
        return seen.changes().getFirst();
    }

    /** Each request edits cells of its own, so that none locks or outdates another. */
    private long request(Given given) {
        var author = person(AUTHOR);
        var number = as(author, () -> {
            var draft = drafts.open();
            drafts.describe(draft, "Запрос", "Обоснование", Basis.NONE);
            drafts.edit(draft, series().ref(), Drafts.freshField(plans, series().ref()), Quantity.of("100500"));
            drafts.edit(draft, series().ref(), Drafts.freshField(plans, series().ref()), Quantity.of("100500"));
            if (given != Given.DRAFT) {
                drafts.submit(draft);
            }
            return draft;
        });
        switch (given) {
            case AT_ECONOMY -> approve(number, "ugm-head");
            case AT_CURATOR -> approve(number, "ugm-head", "economy");
            case AT_AKIM_OFFICE -> approve(number, "ugm-head", "economy", "curator-2");
            case RETURNED -> decide("ugm-head", number, "ReviewService.returnForRework");
            case REJECTED -> decide("ugm-head", number, "ReviewService.reject");
            case WITHDRAWN -> as(author, () -> drafts.withdraw(number));
            case APPROVED -> approve(number, "ugm-head", "economy", "curator-2", "akim-office");
            case DRAFT, AT_HEAD -> {}
        }
        assertThat(as(author, () -> requests.find(number)).state()).isEqualTo(given.state);
        return number;
    }

    private void approve(long number, String... accounts) {
        for (var account : accounts) {
            decide(account, number, "ReviewService.approve");
        }
    }

    private void decide(String account, long number, String method) {
        as(person(account), () -> operations().get(method).on(requests.find(number)));
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
