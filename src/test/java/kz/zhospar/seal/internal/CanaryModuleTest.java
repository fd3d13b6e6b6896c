package kz.zhospar.seal.internal;

import static kz.zhospar.testing.Browser.text;
import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import kz.zhospar.testing.Browser;
import kz.zhospar.testing.TestDatabase;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On a database of its own, because it breaks the audit. */
@ZhosparTest(properties = {"zhospar.test=canary", "zhospar.seal.home=${java.io.tmpdir}/zhospar-canary-${random.uuid}"})
class CanaryModuleTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Canary canary;

    @Autowired
    private AuditHealthIndicator health;

    @Autowired
    private Chain chain;

    @Autowired
    private DataSource source;

    @Test
    void provesThatChangesAreAuditedAndSealedAndLeavesNothing() {
        chain.seal(true);
        var before = chain.head();
        canary.sing();
        assertThat(canary.state().orElseThrow().problem()).isNull();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(chain.head()).isEqualTo(before);
        assertThat(count("canary")).isZero();
        assertThat(count("canary_aud")).isZero();
        assertThat(chain.seal(true)).isEmpty();
        Browser.open(context, "auditor", "", () -> assertThat(text()).doesNotContain("Самопроверка"));
    }

    @Test
    void tellsWhenTheAuditDoesNotTakeInAChange() {
        run("create function forget() returns trigger language plpgsql as"
                + " $$ begin new.id := gen_random_uuid(); return new; end $$");
        run("create trigger forget before insert on canary_aud for each row execute function forget()");
        try {
            canary.sing();
            assertFailed("a change left no audit row");
        } finally {
            run("drop trigger forget on canary_aud");
        }
    }

    @Test
    void tellsWhenTheAuditTakesInSomethingElse() {
        run("create function garble() returns trigger language plpgsql as"
                + " $$ begin new.amount := 2; return new; end $$");
        run("create trigger garble before insert on canary_aud for each row execute function garble()");
        try {
            canary.sing();
            assertFailed("the audit row is not what was changed");
        } finally {
            run("drop trigger garble on canary_aud");
        }
        canary.sing();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    private void assertFailed(String problem) {
        assertThat(canary.state().orElseThrow().problem()).isEqualTo(problem);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        for (var account : new String[] {"auditor", "admin"}) {
            Browser.open(context, account, "", () -> assertThat(text()).contains("не пройдена"));
            Browser.open(
                    context, account, "audit/seal", () -> assertThat(text()).contains("не пройдена", problem));
        }
        Browser.open(context, "economy", "", () -> assertThat(text()).doesNotContain("не пройдена"));
    }

    private long count(String table) {
        return JdbcClient.create(source)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    private void run(String sql) {
        TestDatabase.asOwner(context).sql(sql).update();
    }
}
