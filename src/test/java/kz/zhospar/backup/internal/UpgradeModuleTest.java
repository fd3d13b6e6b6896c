package kz.zhospar.backup.internal;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.zhospar.ZhosparApplication;
import kz.zhospar.change.RequestService;
import kz.zhospar.change.RequestState;
import kz.zhospar.plan.PlanService;
import kz.zhospar.seal.VerifyCommand;
import kz.zhospar.seal.internal.SealJob;
import kz.zhospar.testing.AuditAgreement;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.TestDatabase;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * The data of each release, as {@code ./zhospar backup} copied it, is taken up by the present version and worked with. A
 * release adds its copy to {@code src/test/resources/releases} and a line here.
 */
class UpgradeModuleTest {

    @TempDir
    private Path home;

    /**
     * @param planRevision the last revision that changed the plan
     * @param approved how many requests had been applied
     */
    @ParameterizedTest
    @CsvSource({"schema-14.zip, 23, 3"})
    void worksOnWithTheDataOfAnEarlierRelease(String release, long planRevision, int approved) throws Exception {
        var copy = Path.of(
                UpgradeModuleTest.class.getResource("/releases/" + release).toURI());
        var url = TestDatabase.newDatabase();
        assertThat(restored(copy, url)).contains("Расхождений нет");
        var settings = Stream.concat(
                        Stream.of(
                                "server.port=0",
                                "vaadin.productionMode=true",
                                "zhospar.schedule=off",
                                // The seals of the release are signed, so those that follow have to be.
                                "zhospar.seal.home=" + home),
                        Stream.of(TestDatabase.settings(url)))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        try (var context = new SpringApplicationBuilder(ZhosparApplication.class).run(settings)) {
            assertThat(context.getBean(PlanService.class).current().revision()).isEqualTo(planRevision);
            assertThat(approved(context)).isEqualTo(approved);
            new Drafts(context).applied("ut", "После обновления");
            assertThat(context.getBean(PlanService.class).current().revision()).isGreaterThan(planRevision);
            assertThat(approved(context)).isEqualTo(approved + 1);
            context.getBean(SealJob.class).seal();
        }
        AuditAgreement.check(TestDatabase.asOwner(url));
        assertThat(said(console ->
                        VerifyCommand.run(console, console, Map.of(), "--url=" + url, "--user=" + TestDatabase.OWNER)))
                .contains("Расхождений нет", "применённых запросов " + (approved + 1));
    }

    private static long approved(ApplicationContext context) {
        return as(person("auditor"), () -> {
            var requests = context.getBean(RequestService.class);
            return requests.numbers().stream()
                    .map(requests::find)
                    .filter(request -> request.state() == RequestState.APPROVED)
                    .count();
        });
    }

    private static String restored(Path copy, String url) {
        return said(console -> new BackupRun(console, console, Map.of())
                .run(BackupRun.RESTORE, copy.toString(), "--url=" + url, "--user=" + TestDatabase.OWNER));
    }

    private static String said(Consumer<PrintStream> work) {
        var out = new ByteArrayOutputStream();
        work.accept(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
