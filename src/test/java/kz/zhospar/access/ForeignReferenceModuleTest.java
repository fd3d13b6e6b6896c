package kz.zhospar.access;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.upload.Upload;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.zhospar.audit.ComparisonService;
import kz.zhospar.audit.HistoryService;
import kz.zhospar.audit.SavedQueryService;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.HandOverService;
import kz.zhospar.change.ParticipantService;
import kz.zhospar.change.RequestQuery;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.ReviewService;
import kz.zhospar.change.SubstitutionService;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Quantity;
import kz.zhospar.conversation.ConversationService;
import kz.zhospar.finding.FindingCommand;
import kz.zhospar.finding.FindingFilter;
import kz.zhospar.finding.FindingService;
import kz.zhospar.finding.Severity;
import kz.zhospar.finding.Subject;
import kz.zhospar.jotting.Jottings;
import kz.zhospar.notification.NotificationService;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.ItemType;
import kz.zhospar.plan.Provenance;
import kz.zhospar.reporting.CampaignCommand;
import kz.zhospar.reporting.CampaignService;
import kz.zhospar.reporting.FactEntry;
import kz.zhospar.reporting.ReportService;
import kz.zhospar.reporting.Scope;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.testing.Drafts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Service;

/** What is somebody else's answers like what does not exist: in the same words, on the same screen, by the same status. */
@AccessTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForeignReferenceModuleTest {

    /** To whom all that is prepared here is foreign. */
    private static final String STRANGER = "ugm-official";

    private static final long NO_NUMBER = 987654321;
    private static final UUID NO_ID = UUID.fromString("00000000-1111-2222-3333-444444444444");
    private static final ItemRef NO_ROW = new ItemRef(ItemType.SERIES, NO_ID);
    private static final Field FIELD = Field.of(Attribute.TARGET, 2029);

    /** What is everybody's to see, so that there is no foreign one; who may do something with it says the matrix. */
    private static final Set<String> COMMON = Set.of(
            "PlanArchive.atRevision",
            "PlanArchive.before",
            // What was approved is published.
            "RequestService.everTouched",
            "SealService.published",
            "SealService.seals",
            "SealService.proof",
            "SealService.proofs",
            "CampaignService.find",
            "CampaignService.progress",
            "ReportService.begin",
            "ReportService.rows",
            "ReportService.submit",
            "ReportService.takeOver",
            "ExceptionService.ask",
            // For those only who see all of them.
            "ExceptionService.decide",
            "EvidenceService.pack",
            "FindingService.close",
            "FindingService.giveBack",
            "FindingService.withdraw",
            "MailService.sendAgain");

    @Autowired
    private ApplicationContext context;

    private final Map<String, Function<Object, Object>> asked = new LinkedHashMap<>();

    /** Of each kind of thing a foreign one, and one that does not exist. */
    private final Map<String, List<Object>> things = new LinkedHashMap<>();

    private long draft;
    private long submitted;
    private long finding;
    private long period;

    private <T> T service(Class<T> type) {
        return context.getBean(type);
    }

    @BeforeAll
    void prepare() {
        var drafts = new Drafts(context);
        draft = drafts.draft("uo", "Чужой черновик");
        submitted = drafts.submitted("uo", "Чужой запрос");
        as(person("uo-official"), () -> service(DraftService.class).attach(draft, "Чужой.pdf", pdf()));
        finding = as(
                person("auditor"),
                () -> service(FindingService.class)
                        .raise(new FindingCommand(
                                new Subject.OfRequest(submitted),
                                "uo",
                                Severity.LOW,
                                "Чужое замечание",
                                today().plusDays(9)))
                        .number());
        var comment = as(
                person("uo-head"),
                () -> service(ConversationService.class).write(submitted, null, null, "Чужое слово"));
        var query = as(person("auditor"), () -> service(SavedQueryService.class).save("Чужой отбор", "kind=all", true));
        var substitution = as(person("uo-head"), () -> {
            var deputies = service(SubstitutionService.class).candidates("uo-head");
            return service(SubstitutionService.class)
                    .name("uo-head", deputies.getFirst().account(), today().plusDays(300), today().plusDays(301));
        });
        var notice = as(
                        person("uo-official"),
                        () -> service(NotificationService.class).latest(null, 1))
                .stream()
                .findFirst()
                .orElseThrow();
        var revision = as(
                person("auditor"),
                () -> service(HistoryService.class)
                        .log(RevisionFilter.NONE.ofRequests(List.of(draft)), 1)
                        .getFirst()
                        .number());
        period = as(
                person("admin"),
                () -> service(CampaignService.class)
                        .announce(new CampaignCommand(
                                "Факты",
                                2024,
                                today(),
                                today().plusDays(5),
                                today().plusDays(9),
                                BigDecimal.TEN,
                                Scope.ALL))
                        .number());
        as(person("uo-official"), () -> service(Jottings.class).keep("reason/1", "Чужая мысль"));
        things.put("request", List.of(draft, NO_NUMBER));
        things.put("submitted request", List.of(submitted, NO_NUMBER));
        things.put("finding", List.of(finding, NO_NUMBER));
        things.put("thread", List.of(comment.id(), NO_ID));
        things.put("query", List.of(query.id(), NO_ID));
        things.put("substitution", List.of(substitution.id(), NO_ID));
        things.put("notice", List.of(notice.id(), NO_ID));
        things.put("revision", List.of(revision, NO_NUMBER));
        things.put("row", List.of(drafts.series("uo").ref(), NO_ROW));
        things.put("account", List.of("uo-head", "nobody"));
        askAboutRequests();
        askAboutOtherThings();
    }

    private void ask(String kind, String method, Function<Object, Object> question) {
        asked.put(kind + "|" + method, question);
    }

    private void askAboutRequests() {
        var edit = new Change.Edit(NO_ROW, FIELD, null, Quantity.of("1"));
        var drafts = service(DraftService.class);
        var requests = service(RequestService.class);
        var reviews = service(ReviewService.class);
        var talk = service(ConversationService.class);
        var people = service(ParticipantService.class);
        for (var kind : List.of("request", "submitted request")) {
            ask(kind, "RequestService.find", n -> requests.find((long) n));
            ask(kind, "RequestService.open", n -> requests.open((long) n));
            ask(kind, "RequestService.basisFile", n -> requests.basisFile((long) n));
            ask(kind, "RequestService.takeBasisFile", n -> requests.takeBasisFile((long) n));
            ask(kind, "RequestService.preview", n -> requests.preview((long) n));
            ask(kind, "RequestService.visible", n -> requests.visible(List.of((long) n)));
            ask(kind, "RequestService.titles", n -> requests.titles(List.of((long) n)));
            ask(kind, "RequestService.decisions", n -> requests.decisions(List.of((long) n)));
            ask(kind, "ParticipantService.readers", n -> people.readers((long) n));
            ask(kind, "ParticipantService.involved", n -> people.involved((long) n));
            ask(kind, "DraftService.describe", n -> drafts.describe((long) n, "Т", "О", Basis.NONE));
            ask(kind, "DraftService.attach", n -> drafts.attach((long) n, "a.pdf", pdf()));
            ask(kind, "DraftService.detach", n -> drafts.detach((long) n));
            ask(kind, "DraftService.edit", n -> drafts.edit((long) n, NO_ROW, FIELD, Quantity.of("1")));
            ask(kind, "DraftService.propose", n -> drafts.propose((long) n, List.of(edit)));
            ask(kind, "DraftService.drop", n -> drafts.drop((long) n, edit));
            ask(kind, "DraftService.settle", n -> drafts.settle((long) n, edit, true));
            ask(kind, "DraftService.submit", n -> drafts.submit((long) n));
            ask(kind, "DraftService.withdraw", n -> drafts.withdraw((long) n));
            ask(kind, "DraftService.takeSuggestion", n -> drafts.takeSuggestion((long) n, edit));
            ask(kind, "DraftService.declineSuggestion", n -> drafts.declineSuggestion((long) n, edit));
            ask(kind, "DraftService.takeOver", n -> drafts.takeOver((long) n));
            ask(kind, "ReviewService.approve", n -> reviews.approve((long) n, "", ""));
            ask(kind, "ReviewService.returnForRework", n -> reviews.returnForRework((long) n, "", "Причина"));
            ask(kind, "ReviewService.reject", n -> reviews.reject((long) n, "", "Причина"));
            ask(kind, "ReviewService.decide", n -> reviews.decide((long) n, "", "", List.of()));
            ask(kind, "ConversationService.of", n -> talk.of((long) n));
            ask(kind, "ConversationService.mentionable", n -> talk.mentionable((long) n));
            ask(kind, "ConversationService.write", n -> talk.write((long) n, null, null, "Слово"));
            ask(
                    kind,
                    "ComparisonService.ofRequest",
                    n -> service(ComparisonService.class).ofRequest((long) n));
            ask(kind, "FindingService.on", n -> service(FindingService.class).on(new Subject.OfRequest((long) n)));
        }
    }

    private void askAboutOtherThings() {
        var findings = service(FindingService.class);
        var talk = service(ConversationService.class);
        var notices = service(NotificationService.class);
        var substitutions = service(SubstitutionService.class);
        var handOvers = service(HandOverService.class);
        var reports = service(ReportService.class);
        var history = service(HistoryService.class);
        ask("finding", "FindingService.find", n -> findings.find((long) n));
        ask("finding", "FindingService.answer", n -> findings.answer((long) n, "Ответ"));
        ask("thread", "ConversationService.resolve", id -> done(() -> talk.resolve((UUID) id)));
        ask("thread", "ConversationService.reopen", id -> done(() -> talk.reopen((UUID) id)));
        ask(
                "query",
                "SavedQueryService.delete",
                id -> done(() -> service(SavedQueryService.class).delete((UUID) id)));
        ask("substitution", "SubstitutionService.end", id -> done(() -> substitutions.end((UUID) id)));
        ask("notice", "NotificationService.read", id -> done(() -> notices.read((UUID) id)));
        ask("notice", "NotificationService.latest", id -> notices.latest((UUID) id, 5));
        ask("revision", "HistoryService.revision", n -> history.revision((long) n));
        ask("row", "HistoryService.of", ref -> history.of((ItemRef) ref));
        ask("row", "HistoryService.entries", ref -> history.entries(RevisionFilter.NONE.before(2), (ItemRef) ref, 5));
        ask("row", "HistoryService.mayRead", ref -> history.mayRead((ItemRef) ref));
        ask("row", "FindingService.on value", ref -> findings.on(new Subject.OfValue((ItemRef) ref, null)));
        ask(
                "row",
                "ReportService.enter",
                ref -> reports.enter(period, new FactEntry((ItemRef) ref, Quantity.of("1"), Provenance.FINAL)));
        ask("row", "ReportService.settle", ref -> reports.settle(period, (ItemRef) ref, true));
        ask("account", "SubstitutionService.candidates", one -> substitutions.candidates((String) one));
        ask(
                "account",
                "SubstitutionService.name",
                one -> substitutions.name((String) one, "ugm-head", today(), today()));
        ask("account", "HandOverService.successors", one -> handOvers.successors((String) one, "uo"));
        ask("account", "HandOverService.handOver", one -> handOvers.handOver((String) one, "uo-official", "Причина"));
        ask("account", "Jottings.find", _ -> service(Jottings.class).find("reason/1"));
    }

    private static Object done(Runnable work) {
        work.run();
        return "done";
    }

    @Test
    void answersAboutWhatIsForeignAsAboutWhatIsNotThere() {
        var before = Records.of(context);
        var different = new ArrayList<String>();
        asked.forEach((name, question) -> {
            var pair = things.get(name.substring(0, name.indexOf('|')));
            // Heads pass on and decide; officials do the rest.
            for (var account : List.of(STRANGER, "ugm-head")) {
                var foreign = answer(account, pair.getFirst(), question);
                var none = answer(account, pair.getLast(), question);
                if (!foreign.equals(none)) {
                    different.add("%s by %s: %s, but %s".formatted(name, account, foreign, none));
                }
            }
        });
        System.out.println(
                "Foreign references: " + 2 * asked.size() + " questions, " + different.size() + " told apart");
        assertThat(different).isEmpty();
        assertThat(Records.of(context)).isEqualTo(before);
    }

    /** What comes back, or why nothing does, without the name of what was asked for. */
    private static String answer(String account, Object thing, Function<Object, Object> question) {
        try {
            return String.valueOf(as(person(account), () -> question.apply(thing)));
        } catch (RuntimeException e) {
            return e.toString().replace(thing.toString(), "it");
        }
    }

    /** A method that names a thing by a number or an id, and is not looked at here, fails. */
    @Test
    void asksEveryServiceMethodThatNamesAThing() {
        var named = new TreeSet<String>();
        for (var service : context.getBeansWithAnnotation(Service.class).values()) {
            var type = AopUtils.getTargetClass(service);
            if (type.getPackageName().startsWith("kz.zhospar")) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                        .filter(ForeignReferenceModuleTest::namesAThing)
                        .forEach(method -> named.add(type.getSimpleName() + "." + method.getName()));
            }
        }
        var known = new TreeSet<>(COMMON);
        asked.keySet().forEach(name -> known.add(name.substring(name.indexOf('|') + 1)));
        assertThat(known).containsAll(named);
    }

    private static boolean namesAThing(Method method) {
        return Stream.of(method.getParameters())
                .anyMatch(parameter ->
                        Set.of(long.class, UUID.class, ItemRef.class).contains(parameter.getType())
                                || parameter
                                        .getParameterizedType()
                                        .getTypeName()
                                        .matches("java.util.Collection<java.lang.Long>")
                                || parameter.getType().getSimpleName().endsWith("Subject"));
    }

    /** What is not named keeps to its reader as well. */
    @Test
    void listsNothingThatIsForeign() {
        as(person(STRANGER), () -> {
            assertThat(service(RequestService.class).numbers()).doesNotContain(draft, submitted);
            var all = service(RequestService.class).page(new RequestQuery(null, null, null, "Чужой"), 0);
            assertThat(all.rows()).isEmpty();
            assertThat(service(FindingService.class).list(new FindingFilter(null, null, null)))
                    .noneMatch(found -> found.number() == finding);
            assertThat(service(SavedQueryService.class).visible()).isEmpty();
            assertThat(service(Jottings.class).keys("")).doesNotContain("reason/1");
            assertThat(service(HistoryService.class).log(RevisionFilter.NONE, 1000))
                    .noneMatch(found -> Set.of(draft, submitted).contains(found.request()));
        });
    }

    @Test
    void showsTheSameScreenForWhatIsForeignAndWhatIsNotThere() {
        var addresses = List.of(
                "changes/%s|request",
                "changes/%s|submitted request",
                "audit/findings/%s|finding",
                "plan/goals/1.2?draft=%s|request",
                "audit/compare?request=%s|request",
                "audit?request=%s|request",
                "audit?revision=%s|revision",
                "audit?revision=%s&of=x|revision");
        try (var stranger = Client.signedIn(context, STRANGER)) {
            for (var address : addresses) {
                var parts = address.split("\\|");
                var pair = things.get(parts[1]);
                assertThat(screen(stranger, parts[0], pair.getFirst()))
                        .as(address)
                        .isEqualTo(screen(stranger, parts[0], pair.getLast()));
            }
        }
    }

    private static String screen(Client client, String address, Object thing) {
        var tab = client.openScreen(address.formatted(thing));
        var text = tab.text();
        assertThat(text).isNotBlank();
        return tab.view() + " " + text.replace(thing.toString(), "it");
    }

    @Test
    void sendsTheSameAnswerForWhatIsForeignAndWhatIsNotThere() {
        try (var stranger = Client.signedIn(context, STRANGER)) {
            for (var address : List.of("/documents/comparison.xlsx?request=", "/documents/comparison.docx?request=")) {
                assertThat(answer(stranger, address, draft)).isEqualTo(answer(stranger, address, NO_NUMBER));
            }
        }
    }

    private static String answer(Client client, String address, Object thing) {
        var answer = client.get(address + thing);
        var location = answer.headers().firstValue("Location").orElse("").replace(thing.toString(), "it");
        return answer.statusCode() + " " + location + " " + new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** A file is taken from the session of a screen that shows it; its address is worth nothing elsewhere. */
    @Test
    void keepsAFileAndAnUploadToTheSessionThatShowsThem() {
        try (var author = Client.signedIn(context, "uo-official");
                var stranger = Client.signedIn(context, STRANGER);
                var nobody = Client.nobody(context)) {
            var tab = author.open("changes/" + draft);
            var link = tab.only(Anchor.class, anchor -> anchor.getText().equals("Чужой.pdf"));
            var file = "/" + tab.read(() -> link.getElement().getAttribute("href"));
            assertThat(author.get(file).body()).isEqualTo(pdf());
            stranger.open("plan");
            var none = file.replaceFirst("/[0-9a-f-]{36}/", "/" + UUID.randomUUID() + "/");
            for (var client : List.of(stranger, nobody)) {
                assertThat(client.get(file).statusCode()).isEqualTo(404);
                assertThat(text(client.get(file).body(), file))
                        .isEqualTo(text(client.get(none).body(), none));
            }
            var upload = tab.only(Upload.class, _ -> true);
            var target = "/" + tab.read(() -> upload.getElement().getAttribute("target"));
            var before = Records.of(context);
            for (var client : List.of(stranger, nobody)) {
                assertThat(client.send("POST", target).statusCode()).isBetween(400, 499);
                assertThat(Raw.status(client.port(), upload(client, target))).isBetween(400, 499);
            }
            assertThat(Records.of(context)).isEqualTo(before);
            // The same file from the session itself is taken.
            assertThat(Raw.status(author.port(), upload(author, target))).isEqualTo(200);
            assertThat(Records.of(context)).isNotEqualTo(before);
        }
    }

    private static byte[] upload(Client client, String target) {
        return FuzzModuleTest.multipart(target, client.sessionHeader(), "Another.pdf", pdf());
    }

    private static String text(byte[] body, String address) {
        return new String(body, StandardCharsets.UTF_8)
                .replace(address.substring(1), "it")
                .replaceAll("\"timestamp\":\"[^\"]*\"|\\w{3} \\w{3} \\d\\d [\\d:]+ \\w+ \\d{4}", "");
    }

    private static byte[] pdf() {
        return "%PDF-1.7 чужое".getBytes(StandardCharsets.UTF_8);
    }

    private static LocalDate today() {
        return LocalDate.now(Formats.ZONE);
    }
}
