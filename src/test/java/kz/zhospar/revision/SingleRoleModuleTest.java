package kz.zhospar.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import kz.zhospar.ZhosparApplication;
import kz.zhospar.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A database with one role for everything serves, and the application says what that means. */
@ExtendWith(OutputCaptureExtension.class)
class SingleRoleModuleTest {

    @Test
    void worksWithTheTriggersAloneAndSaysSo(CapturedOutput output) {
        var url = TestDatabase.newDatabase();
        try (var context = SpringApplication.run(
                ZhosparApplication.class,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + TestDatabase.OWNER,
                "--zhospar.plan=classpath:plan/tiny/",
                "--server.port=0")) {
            assertThat(context.getBean(AppendOnly.class).tables())
                    .hasSizeGreaterThan(30)
                    .allMatch(AppendOnly.Table::guarded)
                    .allMatch(AppendOnly.Table::changeable);
            assertThatThrownBy(() -> TestDatabase.asOwner(url)
                            .sql("update revision set reason = 'x'")
                            .update())
                    .hasStackTraceContaining("is append-only");
            assertThat(output).containsOnlyOnce("The application's role may change the record");
            assertThat(output).doesNotContain("No trigger refuses changes");
        }
    }
}
