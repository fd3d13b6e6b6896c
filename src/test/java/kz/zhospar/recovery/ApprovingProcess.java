package kz.zhospar.recovery;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import kz.zhospar.ZhosparApplication;
import kz.zhospar.audit.PlanArchive;
import kz.zhospar.change.Basis;
import kz.zhospar.change.DraftService;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.ReviewService;
import kz.zhospar.common.Quantity;
import kz.zhospar.localdb.LocalRun;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.PlanDiff;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanSnapshot;
import kz.zhospar.plan.internal.PlanStore;
import kz.zhospar.testing.AuditAgreement;
import kz.zhospar.testing.Drafts;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole application in a process of its own, which is killed in the middle of an approval.
 *
 * <p>Arguments: data folder, port, and how the statement of the approval begins at which to be killed ({@value #AFTER} to
 * be killed after it, {@value #LOOK} to approve nothing). On start it tells how the last approval came out.
 */
public final class ApprovingProcess {

    static final String AFTER = "after";
    static final String LOOK = "look";

    private ApprovingProcess() {}

    /** Pulls the plug at a statement of the approval. */
    public static final class Plug implements StatementInspector {
        static volatile String statement = AFTER;
        static Path folder = Path.of("");

        @Override
        public String inspect(String sql) {
            if (sql.startsWith(statement)) {
                pull(folder);
            }
            return sql;
        }
    }

    public static void main(String[] args) throws Exception {
        Plug.folder = Path.of(args[0]);
        var application = new SpringApplication(ZhosparApplication.class);
        LocalRun.prepare(application, "--data=" + args[0], "--port=" + args[1]);
        var context = application.run(
                "--spring.jpa.properties.hibernate.session_factory.statement_inspector=" + Plug.class.getName());
        System.out.println("STATE " + state(context));
        if (!args[2].equals(LOOK)) {
            approve(context, args[2]);
            pull(Plug.folder);
        }
        System.exit(0);
    }

    /** What the database says of the last request and of the plan; anything that disagrees is named. */
    private static String state(ApplicationContext context) {
        AuditAgreement.check(JdbcClient.create(context.getBean(DataSource.class)));
        var plan = context.getBean(PlanService.class).current();
        var archived =
                context.getBean(PlanArchive.class).atRevision(plan.revision()).orElseThrow();
        var stored = new PlanSnapshot(
                plan.revision(), plan.asOf(), context.getBean(PlanStore.class).readAll());
        if (!PlanDiff.between(stored, archived).isEmpty()) {
            return "the plan and its audit differ";
        }
        return as(person("auditor"), () -> {
            var requests = context.getBean(RequestService.class);
            var last = requests.numbers().stream().max(Long::compare).map(requests::find);
            return last.map(found -> outcome(plan, found)).orElse("no request");
        });
    }

    private static String outcome(PlanSnapshot plan, RequestDetails last) {
        var applied =
                last.changes().stream().filter(change -> isIn(plan, change)).count();
        if (applied != 0 && applied != last.changes().size()) {
            return "%d of %d changes applied".formatted(applied, last.changes().size());
        }
        if ((applied == 0) == (last.state() == RequestState.APPROVED)) {
            return "the request is " + last.state() + ", applied: " + applied;
        }
        return applied == 0 ? "before" : "after";
    }

    private static boolean isIn(PlanSnapshot plan, Change change) {
        var edit = (Change.Edit) change;
        return Objects.equals(
                plan.find(edit.ref()).orElseThrow().value(edit.field()).orElse(null), edit.value());
    }

    private static void approve(ApplicationContext context, String statement) {
        Drafts.shortenRoutes(context);
        var number = submit(context);
        approve(context, "uoz-head", number);
        System.out.println("APPROVING");
        Plug.statement = statement;
        approve(context, "akim-office", number);
    }

    private static long submit(ApplicationContext context) {
        var drafts = context.getBean(DraftService.class);
        return as(person("uoz-official"), () -> {
            discardOpen(context);
            var number = drafts.open();
            drafts.describe(number, "Запрос", "Обоснование", Basis.named(""));
            drafts.propose(number, edits(context.getBean(PlanService.class).current()));
            drafts.submit(number);
            return number;
        });
    }

    /** What an earlier process left under review would hold the same cells. */
    private static void discardOpen(ApplicationContext context) {
        context.getBean(RequestService.class)
                .own(Set.of(RequestState.IN_REVIEW))
                .forEach(request -> context.getBean(DraftService.class).withdraw(request.number()));
    }

    private static List<Change> edits(PlanSnapshot plan) {
        var body = plan.tree().body("uoz").orElseThrow().ref().id();
        return plan.tree()
                .goals()
                .flatMap(goal -> goal.series())
                .filter(series -> Drafts.leads(body, series))
                .<Change>map(series -> {
                    var base = series.cell(2025).target();
                    var number = base == null || base.number() == null ? BigDecimal.ZERO : base.number();
                    return new Change.Edit(
                            series.ref(),
                            Field.of(Attribute.TARGET, 2025),
                            base,
                            Quantity.of(number.add(BigDecimal.ONE)));
                })
                .toList();
    }

    private static void approve(ApplicationContext context, String account, long number) {
        as(person(account), () -> {
            var hash = context.getBean(RequestService.class).find(number).contentHash();
            context.getBean(ReviewService.class).approve(number, hash, "");
        });
    }

    /** Ends the database and this process as a power cut would: no time to tidy anything. */
    private static void pull(Path folder) {
        try {
            var database = Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                    .getFirst();
            new ProcessBuilder("kill", "-9", database).start().waitFor();
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(Long.MAX_VALUE);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
