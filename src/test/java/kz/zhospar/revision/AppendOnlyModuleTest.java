package kz.zhospar.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import jakarta.persistence.metamodel.EntityType;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import kz.zhospar.testing.TestDatabase;
import kz.zhospar.testing.ZhosparTest;
import org.flywaydb.core.Flyway;
import org.hibernate.annotations.Immutable;
import org.hibernate.envers.Audited;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was recorded can be added to and not changed, by the database's own rules. */
@ZhosparTest
class AppendOnlyModuleTest {

    private static final String DENIED = "permission denied";
    private static final String REFUSED = "is append-only";
    private static final String NOT_OWNER = "must be owner";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private EntityManager entities;

    @Autowired
    private AppendOnly appendOnly;

    @Autowired
    private AppendOnlyHealthIndicator health;

    @Autowired
    private JdbcClient jdbc;

    private JdbcClient owner;

    @BeforeEach
    void connectAsOwner() {
        owner = TestDatabase.asOwner(context);
    }

    private List<String> tables() {
        return appendOnly.tables().stream().map(AppendOnly.Table::name).toList();
    }

    private static void assertRefused(JdbcClient client, String statement, String message) {
        assertThatThrownBy(() -> client.sql(statement).update()).as(statement).hasStackTraceContaining(message);
    }

    @Test
    void namesTheRevisionsAndEveryAuditTableAndWhatIsWrittenOnce() {
        var audited = entityTables(Audited.class).map(table -> table + "_aud");
        var expected = Stream.of(Stream.of("revision"), audited, entityTables(Immutable.class))
                .flatMap(tables -> tables)
                .toList();
        assertThat(expected).hasSizeGreaterThan(30);
        assertThat(tables()).containsAll(expected).doesNotHaveDuplicates();
        assertThat(tables())
                .filteredOn(table -> table.endsWith("_aud"))
                .containsExactlyInAnyOrderElementsOf(jdbc.sql(
                                "select tablename from pg_tables where schemaname = 'public' and tablename like '%\\_aud'")
                        .query(String.class)
                        .list());
    }

    private Stream<String> entityTables(Class<? extends Annotation> annotation) {
        return entities.getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .filter(Objects::nonNull)
                .filter(type -> type.isAnnotationPresent(annotation))
                .map(type -> type.getAnnotation(Table.class).name());
    }

    @Test
    void refusesTheApplicationToChangeAnyOfThem() {
        for (var table : tables()) {
            var column = column(table);
            assertRefused(jdbc, "update %s set %s = %s".formatted(table, column, column), DENIED);
            assertRefused(jdbc, "delete from " + table, DENIED);
            assertRefused(jdbc, "truncate " + table, DENIED);
            assertRefused(jdbc, "truncate %s cascade".formatted(table), DENIED);
            assertRefused(
                    jdbc,
                    "merge into %s t using (select 1) s on true when matched then delete".formatted(table),
                    DENIED);
            assertRefused(jdbc, "select %s from %s for update".formatted(column, table), DENIED);
        }
    }

    @Test
    void refusesTheOwnerToChangeAnyOfThem() {
        for (var table : tables()) {
            var column = column(table);
            assertRefused(owner, "update %s set %s = %s where false".formatted(table, column, column), REFUSED);
            assertRefused(owner, "delete from %s where false".formatted(table), REFUSED);
            assertRefused(owner, "truncate %s cascade".formatted(table), REFUSED);
        }
    }

    @Test
    void refusesTheApplicationToRemoveWhatProtects() {
        for (var table : tables()) {
            assertRefused(jdbc, "alter table %s disable trigger append_only".formatted(table), NOT_OWNER);
            assertRefused(jdbc, "drop trigger append_only on " + table, NOT_OWNER);
            assertRefused(jdbc, "alter table %s add column more text".formatted(table), NOT_OWNER);
            assertRefused(jdbc, "alter table %s rename to other".formatted(table), NOT_OWNER);
            assertRefused(jdbc, "drop table %s cascade".formatted(table), NOT_OWNER);
            assertRefused(jdbc, "comment on table %s is null".formatted(table), NOT_OWNER);
        }
        assertRefused(jdbc, "drop view append_only_table", NOT_OWNER);
        assertRefused(jdbc, "drop function refuse_change() cascade", NOT_OWNER);
        assertRefused(jdbc, "drop schema public cascade", NOT_OWNER);
        assertRefused(jdbc, "set session_replication_role = replica", DENIED);
        assertRefused(jdbc, "set role " + TestDatabase.OWNER, DENIED);
        assertRefused(jdbc, "create table public.more (id int)", DENIED);
        assertRefused(jdbc, "create function public.more() returns int language sql as 'select 1'", DENIED);
        assertRefused(jdbc, "delete from flyway_schema_history", DENIED);
        assertRefused(jdbc, "insert into flyway_schema_history default values", DENIED);
        assertThatThrownBy(() ->
                        jdbc.sql("select setval('revision_number', 1)").query().singleRow())
                .hasStackTraceContaining(DENIED);
    }

    @Test
    void tellsOfWhatWasLoosenedAndRightsItAtTheNextStart() {
        owner.sql("grant update, delete on decision_aud to " + TestDatabase.APPLICATION)
                .update();
        owner.sql("grant update (reason) on revision to public").update();
        owner.sql("alter table viewing_aud disable trigger append_only").update();
        owner.sql("drop trigger append_only on submission_aud").update();
        assertThat(changeable()).containsExactly("decision_aud", "revision");
        assertThat(unguarded()).containsExactly("submission_aud", "viewing_aud");
        assertThat(health.health().getDetails())
                .containsEntry("changeable", changeable())
                .containsEntry("unguarded", unguarded());

        context.getBean(Flyway.class).migrate();
        assertThat(changeable()).isEmpty();
        assertThat(unguarded()).isEmpty();
    }

    private List<String> changeable() {
        return AppendOnly.names(appendOnly.tables().stream().filter(AppendOnly.Table::changeable));
    }

    private List<String> unguarded() {
        return AppendOnly.names(appendOnly.tables().stream().filter(table -> !table.guarded()));
    }

    private String column(String table) {
        return jdbc.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'public' and table_name = :table and ordinal_position = 1
                        """).param("table", table).query(String.class).single();
    }
}
