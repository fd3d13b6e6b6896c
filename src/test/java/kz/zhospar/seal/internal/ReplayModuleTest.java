package kz.zhospar.seal.internal;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static kz.zhospar.seal.Fault.Kind.ALTERED;
import static kz.zhospar.seal.Fault.Kind.PLAN_DIFFERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import kz.zhospar.audit.PlanReplay;
import kz.zhospar.seal.Fault;
import kz.zhospar.seal.SealService;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.Statements;
import kz.zhospar.testing.TestDatabase;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of the plan however well the seals were forged; and what sealing costs. */
@ZhosparTest(properties = "zhospar.test=replay")
@Import(Statements.class)
class ReplayModuleTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource source;

    @Autowired
    private Chain chain;

    @Autowired
    private SealService seals;

    @Autowired
    private PlanReplay replay;

    @Autowired
    private Statements statements;

    private Drafts drafts;

    @BeforeEach
    void prepare() {
        drafts = new Drafts(context);
    }

    @Test
    void replaysWhatWasApproved() {
        drafts.applied("ugm", "Первый");
        drafts.applied("uo", "Второй");
        drafts.submitted("uoz", "Ещё на рассмотрении");
        var result = run(replay);
        assertThat(result.differences()).isEmpty();
        assertThat(result.requests()).isGreaterThanOrEqualTo(2);
        assertThat(run(PlanReplay.withoutApplication())).isEqualTo(result);
    }

    /** Row, audit row, live row, leaf and seals agree, and yet nobody approved it. */
    @Test
    void namesAValueThatNobodyApproved() {
        drafts.applied("ugm", "Третий");
        var rev = ask("select max(rev) from series_value_aud");
        var row = JdbcClient.create(source)
                .sql("select id::text, item_id::text from series_value_aud where rev = " + rev)
                .query()
                .singleRow();
        for (var table : List.of("series_value_aud", "series_value")) {
            run("alter table %s disable trigger user".formatted(table));
            run("update %s set number = 43 where id = '%s'".formatted(table, row.get("id")));
        }
        chain.seal(true);
        var found = as(person("auditor"), seals::verify);
        assertThat(found.faults()).hasSize(1).allSatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(PLAN_DIFFERS);
            assertThat(fault.table()).isEqualTo("series");
            assertThat(fault.revision()).isEqualTo(rev);
            assertThat(fault.rowKey()).isEqualTo(row.get("item_id"));
        });
        assertThat(as(person("auditor"), seals::lastVerification).orElseThrow().faults())
                .isEqualTo(found.faults());
        for (var table : List.of("series_value_aud", "series_value")) {
            run("update %s set number = 42.5 where id = '%s'".formatted(table, row.get("id")));
        }
        assertThat(as(person("auditor"), seals::verify).faults())
                .as("put back, it is not what was sealed")
                .containsExactly(new Fault(ALTERED, "series_value_aud", rev, (String) row.get("id")));
    }

    @Test
    void sealsManyRowsInAsManyStatementsAsFew() throws Exception {
        chain.seal(true);
        drafts.applied("ugm", "Четвёртый");
        var few = statements.during(() -> chain.seal(false)).size();
        for (int i = 0; i < 8; i++) {
            drafts.applied("ugm", "Много " + i);
        }
        var many = statements.during(() -> chain.seal(false)).size();
        assertThat(many).isEqualTo(few).isLessThan(20);
        assertThat(statements.during(() -> chain.seal(false)))
                .as("nothing to seal")
                .hasSizeLessThan(5);
    }

    private PlanReplay.Result run(PlanReplay replay) {
        return chain.with(connection -> {
            connection.setAutoCommit(false);
            return replay.run(connection);
        });
    }

    private long ask(String sql) {
        return JdbcClient.create(source).sql(sql).query(Long.class).single();
    }

    private void run(String sql) {
        TestDatabase.asOwner(context).sql(sql).update();
    }
}
