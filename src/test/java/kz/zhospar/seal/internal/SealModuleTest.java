package kz.zhospar.seal.internal;

import static kz.zhospar.identity.SignIn.as;
import static kz.zhospar.identity.SignIn.person;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.zhospar.seal.SealRecord;
import kz.zhospar.seal.SealService;
import kz.zhospar.testing.Drafts;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@ZhosparTest(properties = "zhospar.test=seal")
class SealModuleTest {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource source;

    @Autowired
    private Chain chain;

    @Autowired
    private SealService seals;

    @Test
    void sealsWhatIsCommittedAndNotYetSealed() {
        chain.seal(true);
        var before = chain.head().orElseThrow();
        assertThat(chain.seal(false)).as("nothing new").isEmpty();

        new Drafts(context).applied("ugm", "Печать");
        var after = chain.seal(false).orElseThrow();

        assertThat(after.number()).isEqualTo(before.number() + 1);
        assertThat(after.previous()).isEqualTo(before.hash());
        assertThat(after.revisions()).isGreaterThan(3);
        assertThat(after.isWhole()).isTrue();
        assertThat(unsealed()).isZero();
        var found = as(person("auditor"), seals::verify);
        assertThat(found.faults()).isEmpty();
        assertThat(found.counts().seals()).isEqualTo(after.number());
        assertThat(found.counts().replayed()).isPositive();
    }

    @Test
    void sealsRevisionsThatAreCommittedOutOfOrder() throws Exception {
        chain.seal(true);
        try (var first = source.getConnection();
                var second = source.getConnection()) {
            first.setAutoCommit(false);
            second.setAutoCommit(false);
            var early = begin(first);
            var late = begin(second);
            second.commit();
            var one = chain.seal(false).orElseThrow();
            assertThat(revisions(one)).containsExactly(late);

            first.commit();
            var two = chain.seal(false).orElseThrow();
            assertThat(revisions(two)).containsExactly(early);
            assertThat(two.previous()).isEqualTo(one.hash());
        }
        assertThat(as(person("admin"), seals::verify).faults()).isEmpty();
    }

    @Test
    void sealsNothingTwiceWhenSeveralNodesSealAtOnce() throws Exception {
        chain.seal(true);
        try (var threads = Executors.newFixedThreadPool(3)) {
            for (int round = 0; round < 10; round++) {
                LongStream.range(0, 5).forEach(_ -> commit());
                var before = chain.head().orElseThrow().number();
                Callable<Object> work = () -> chain.seal(true);
                for (var done :
                        threads.invokeAll(Stream.generate(() -> work).limit(3).toList())) {
                    done.get();
                }
                assertThat(chain.head().orElseThrow().number()).isEqualTo(before + 1);
            }
        }
        assertThat(as(person("auditor"), seals::verify).faults()).isEmpty();
    }

    @Test
    void provesEachSealedRow() {
        chain.seal(true);
        as(person("auditor"), () -> {
            for (var row : JdbcClient.create(source)
                    .sql("select id::text, rev from series_aud order by id limit 5")
                    .query()
                    .listOfRows()) {
                var proof = seals.proof((Long) row.get("rev"), "series_aud", (String) row.get("id"))
                        .orElseThrow();
                assertThat(proof.holds()).isTrue();
                assertThat(proof.form()).startsWith("series_aud\n").contains("\nid\t" + row.get("id") + "\n");
            }
            assertThat(seals.proof(1, "revision", "").orElseThrow().holds()).isTrue();
            assertThat(seals.proof(1, "revision", "x")).isEmpty();
            assertThat(seals.proof(1, "no_such_aud", "")).isEmpty();
            assertThat(seals.proof(Long.MAX_VALUE, "revision", "")).isEmpty();
        });
    }

    private void commit() {
        chain.with(this::begin);
    }

    /** A revision as a transaction leaves it that is not yet committed. */
    private long begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        insert into revision (number, committed_at, kind, reason)
                        values (nextval('revision_number'), now(), 'ADMINISTRATION', 'Проба') returning number""")) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<Long> revisions(SealRecord seal) {
        return JdbcClient.create(source)
                .sql("select revision from seal_leaf where seal = :seal and table_name = 'revision'")
                .param("seal", seal.number())
                .query(Long.class)
                .list();
    }

    private long unsealed() {
        return JdbcClient.create(source)
                .sql("select count(*) from revision where number not in (select revision from seal_leaf)")
                .query(Long.class)
                .single();
    }
}
