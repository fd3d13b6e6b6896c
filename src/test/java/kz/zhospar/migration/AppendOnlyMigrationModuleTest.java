package kz.zhospar.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.zhospar.testing.AuditAgreement;
import kz.zhospar.testing.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Who had opened requests before that was audited is taken into the audit, and says that it came later. */
class AppendOnlyMigrationModuleTest {

    private DriverManagerDataSource source;
    private JdbcClient jdbc;

    @BeforeEach
    void migrateToTheTablesBefore() {
        source = new DriverManagerDataSource(TestDatabase.newDatabase(), TestDatabase.OWNER, "");
        jdbc = JdbcClient.create(source);
        migrate("9");
    }

    private void open(String account) {
        jdbc.sql("""
                insert into change_request (id, version, number, title, justification, basis_name, state, round,
                    author_account, author_name, author_position, writer_account, writer_name, writer_position,
                    stages, step, created_at, edited_at)
                values ('00000000-0000-0000-0000-000000000001', 0, 1, 'Название', 'Обоснование', 'Протокол', 'DRAFT', 1,
                    'uo-official', 'Специалист', 'official', 'uo-official', 'Специалист', 'official', 'HEAD:3', 1,
                    now(), now())
                on conflict do nothing
                """).update();
        jdbc.sql("""
                insert into viewing (id, request_id, round, content_hash, person_account, person_name,
                    person_position, person_body, viewed_at)
                values (gen_random_uuid(), '00000000-0000-0000-0000-000000000001', 1, 'hash', :account, :account,
                    'head', 'uo', timestamptz '2026-11-01 10:00Z')
                """).param("account", account).update();
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(source).target(target).load().migrate();
    }

    @Test
    void takesEarlierReadingsInByOneRevision() {
        open("uo-head");
        open("auditor");
        migrate("latest");
        assertThat(jdbc.sql("select kind from revision where reason like 'Обновление системы:%'")
                        .query(String.class)
                        .list())
                .isEqualTo(List.of("READING"));
        assertThat(jdbc.sql("select person_account from viewing_aud join revision on number = rev order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("auditor", "uo-head");
        assertThat(jdbc.sql("select * from viewing_aud a full join viewing v using (id, viewed_at, person_account)"
                                + " where a.rev is null or v.round is null")
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void makesNoRevisionWhereNobodyHadOpenedAnything() {
        migrate("latest");
        assertThat(jdbc.sql("select number from revision").query(Long.class).list())
                .isEmpty();
        AuditAgreement.check(jdbc);
    }
}
