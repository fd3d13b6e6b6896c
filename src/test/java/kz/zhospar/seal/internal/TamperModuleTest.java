package kz.zhospar.seal.internal;

import static kz.zhospar.seal.Fault.Kind.*;
import static kz.zhospar.seal.internal.Tampering.ONE;
import static kz.zhospar.seal.internal.Tampering.OTHER;
import static kz.zhospar.seal.internal.Tampering.TWO;
import static kz.zhospar.seal.internal.Tampering.fault;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.seal.Fault;
import kz.zhospar.seal.Merkle;
import kz.zhospar.seal.SealRecord;
import kz.zhospar.testing.TestDatabase;
import kz.zhospar.testing.ZhosparTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Whatever is done to whichever audit table is found and named, and nothing else is. */
@ZhosparTest(properties = {"zhospar.test=tamper", "zhospar.seal.home=${java.io.tmpdir}/zhospar-tamper-${random.uuid}"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TamperModuleTest {

    @Value("${spring.datasource.url}")
    private String url;

    @Autowired
    private Chain chain;

    private Tampering tampering;
    private Outside outside = Outside.NOTHING;
    private long first;

    @BeforeAll
    void prepare() throws SQLException {
        tampering = new Tampering(new DriverManagerDataSource(url, TestDatabase.OWNER, ""));
        first = tampering.first;
        chain.seal(true);
        tampering.prepare();
        chain.seal(true);
        tampering.insertRevision(first + 3, "now()");
        chain.seal(true);
        outside = chain.outside();
        tampering.keep();
        assertThat(faults()).isEmpty();
    }

    @AfterEach
    void restore() throws SQLException {
        tampering.restore();
        assertThat(faults()).as("after everything was put back").isEmpty();
    }

    private Set<Fault> faults() throws SQLException {
        return tampering.faults(outside);
    }

    @Test
    void namesEveryColumnThatWasAltered() throws SQLException {
        int most = tampering.tables.stream()
                .mapToInt(table -> table.columns().size())
                .max()
                .orElseThrow();
        for (int i = 0; i < most; i++) {
            var expected = new HashSet<Fault>();
            for (var table : tampering.tables) {
                if (i < table.columns().size()
                        && isContent(table, table.columns().get(i))) {
                    alter(table, table.columns().get(i));
                    expected.add(fault(ALTERED, table, first, ONE));
                }
            }
            assertThat(faults()).as("column " + i).isEqualTo(expected);
            tampering.restore();
        }
    }

    private static boolean isContent(AuditTable table, AuditTable.Column column) {
        return !column.name().equals(table.revision()) && !column.name().equals(table.key());
    }

    private void alter(AuditTable table, AuditTable.Column column) {
        tampering.run("update %s set %s = %s where %s"
                .formatted(table.name(), column.quoted(), Tampering.changed(column), row(table, first, ONE)));
    }

    private static String row(AuditTable table, long revision, String key) {
        var ofRevision = table.revision() + " = " + revision;
        return table.key() == null
                ? ofRevision
                : "%s and %s = '%s'".formatted(ofRevision, table.key(), Tampering.key(table, key));
    }

    @Test
    void namesEveryRowThatWasRemoved() throws SQLException {
        tampering.tables.forEach(table ->
                tampering.run("delete from %s where %s".formatted(table.name(), row(table, first + 1, TWO))));
        assertThat(faults()).isEqualTo(ofEach(tampering.tables, table -> fault(REMOVED, table, first + 1, TWO)));
    }

    @Test
    void namesEveryRowThatWasInserted() throws SQLException {
        tampering.audits().forEach(table -> tampering.insert(table, first + 1, OTHER, 7));
        tampering.insertRevision(first + 9, "now() - interval '1 day'");
        assertThat(faults())
                .isEqualTo(ofEach(
                        tampering.tables,
                        table -> table.key() == null
                                ? fault(INSERTED, table, first + 9, "")
                                : fault(INSERTED, table, first + 1, OTHER)));
    }

    @Test
    void namesRevisionsThatWereBackdatedAndSealedSince() throws SQLException {
        tampering.insertRevision(first + 9, "now() - interval '1 day'");
        chain.seal(true);
        assertThat(faults()).containsExactly(new Fault(INSERTED, "revision", first + 9, ""));
    }

    /** Two states of one row. */
    @Test
    void namesEveryStateThatWasSwapped() throws SQLException {
        tampering.tables.forEach(table -> swap(table, first, first + 2, ONE, ONE));
        var expected = ofEach(tampering.tables, table -> fault(REORDERED, table, first, ONE));
        expected.addAll(ofEach(tampering.tables, table -> fault(REORDERED, table, first + 2, ONE)));
        assertThat(faults()).isEqualTo(expected);
    }

    /** Rows of two revisions. */
    @Test
    void namesEveryRowWhoseRevisionWasSwapped() throws SQLException {
        tampering.audits().forEach(table -> swap(table, first, first + 1, ONE, TWO));
        var expected = ofEach(tampering.audits(), table -> fault(REORDERED, table, first, ONE));
        expected.addAll(ofEach(tampering.audits(), table -> fault(REORDERED, table, first + 1, TWO)));
        assertThat(faults()).isEqualTo(expected);
    }

    @Test
    void namesEveryRowThatWasGivenAnotherId() throws SQLException {
        tampering
                .audits()
                .forEach(table -> tampering.run("update %s set %s = '%s' where %s"
                        .formatted(table.name(), table.key(), Tampering.key(table, OTHER), row(table, first, ONE))));
        assertThat(faults()).isEqualTo(ofEach(tampering.audits(), table -> fault(REORDERED, table, first, ONE)));
    }

    private void swap(AuditTable table, long one, long two, String oneKey, String twoKey) {
        move(table, row(table, one, oneKey), -1);
        move(table, row(table, two, twoKey), one);
        move(table, row(table, -1, oneKey), two);
    }

    private void move(AuditTable table, String row, long revision) {
        tampering.run("update %s set %s = %d where %s".formatted(table.name(), table.revision(), revision, row));
    }

    private static Set<Fault> ofEach(List<AuditTable> tables, Function<AuditTable, Fault> fault) {
        return tables.stream().map(fault).collect(Collectors.toCollection(HashSet::new));
    }

    @Test
    void findsTheNewestCutOffWithTheirSeals() throws SQLException {
        for (var table : tampering.tables) {
            tampering.run("delete from %s where %s >= %d".formatted(table.name(), table.revision(), first));
        }
        var kept = tampering.ask("select max(seal) from seal_leaf where revision < " + first);
        tampering.run("delete from seal_leaf where seal > " + kept);
        tampering.run("delete from seal where number > " + kept);

        assertThat(tampering.faults(new Outside(null, null, List.of())))
                .as("the rest holds together")
                .isEmpty();
        assertThat(faults()).containsExactly(Fault.ofSeal(HEAD_MISSING, kept + 2));
        assertThat(tampering.faults(new Outside(outside.head(), null, List.of())))
                .containsExactly(new Fault(HEAD_MISSING, "seal", 0, String.valueOf(outside.head())));
    }

    @Test
    void namesEveryColumnOfASealThatWasAltered() throws SQLException {
        var number = tampering.ask("select max(number) - 1 from seal");
        for (var change : List.of(
                "sealed_at = sealed_at + interval '1 microsecond'",
                "revisions = revisions + 1",
                "leaves = leaves - 1",
                "root = sha256(root)",
                "previous = sha256(previous)",
                "hash = sha256(hash)",
                "key_id = null, signature = null")) {
            tampering.run("update seal set %s where number = %d".formatted(change, number));
            assertThat(faults()).as(change).contains(Fault.ofSeal(SEAL_ALTERED, number));
            tampering.restore();
        }
        tampering.run("update seal set signature = sha512(signature) where number = " + number);
        assertThat(faults()).containsExactly(Fault.ofSeal(SIGNATURE, number));
        tampering.restore();
        tampering.run("update seal_key set public_key = sha256(public_key)");
        assertThat(tampering.faults(Outside.NOTHING)).contains(Fault.ofSeal(SIGNATURE, number));
        tampering.restore();
        tampering.run("update seal set number = 1000 + number where number = " + number);
        assertThat(faults()).contains(Fault.ofSeal(SEAL_REMOVED, number));
    }

    @Test
    void namesSealsThatWereRemoved() throws SQLException {
        var newest = tampering.ask("select max(number) from seal");
        for (long number = 1; number <= newest; number++) {
            tampering.run("delete from seal where number = " + number);
            assertThat(faults()).contains(Fault.ofSeal(SEAL_REMOVED, number));
            tampering.restore();
        }
    }

    @Test
    void tellsTamperedLeavesFromTamperedRows() throws SQLException {
        var leaf = "where table_name = 'goal_aud' and revision = " + first;
        var expected = new Fault(SEAL_ALTERED, Fault.LEAF, first, "goal_aud " + ONE);
        for (var tamper :
                List.of("update seal_leaf set hash = sha256(hash) " + leaf, "delete from seal_leaf " + leaf)) {
            tampering.run(tamper);
            assertThat(faults()).as(tamper).containsExactly(expected);
            tampering.restore();
        }
        tampering.run("insert into seal_leaf select seal, revision, table_name, '%s', hash from seal_leaf %s"
                .formatted(OTHER, leaf));
        assertThat(faults()).containsExactly(new Fault(SEAL_ALTERED, Fault.LEAF, first, "goal_aud " + OTHER));
    }

    /** Who alters a row and its leaf cannot alter the root without altering the hash, and so on to the head. */
    @Test
    void findsWhoeverTakesTheSealsAlong() throws SQLException {
        var goal = tampering.audits().stream()
                .filter(table -> table.name().equals("goal_aud"))
                .findFirst()
                .orElseThrow();
        var number = tampering.ask("select max(number) - 1 from seal");
        alter(goal, goal.columns().get(goal.indexOf("code")));
        remakeLeaf(goal);
        assertThat(faults()).containsExactly(Fault.ofSeal(SEAL_ALTERED, number));

        // A new seal with a right hash in its place breaks the chain after it.
        tampering.run("delete from seal where number = " + number);
        remakeSeal(number);
        assertThat(faults()).contains(Fault.ofSeal(SEAL_ALTERED, number), Fault.ofSeal(SIGNATURE, number));

        // All later seals made anew, without the key.
        tampering.run("delete from seal where number > " + number);
        remakeSeal(number + 1);
        assertThat(tampering.faults(Outside.NOTHING)).contains(Fault.ofSeal(SIGNATURE, number));
        assertThat(faults()).contains(Fault.ofSeal(SIGNATURE, number + 1), Fault.ofSeal(HEAD_MISSING, number + 1));
    }

    private void remakeLeaf(AuditTable table) {
        tampering.with(connection -> {
            connection.setAutoCommit(false);
            Sealer.settle(connection);
            var form = new Form(table);
            try (var lines = Lines.of(connection, table.select(row(table, first, ONE)))) {
                form.read(lines.next());
                lines.next();
            }
            try (var statement = connection.prepareStatement(
                    "update seal_leaf set hash = ? where table_name = ? and revision = ?")) {
                statement.setBytes(1, form.hash());
                statement.setString(2, table.name());
                statement.setLong(3, first);
                statement.execute();
            }
            connection.commit();
            return true;
        });
    }

    /** As somebody does who has everything but the key. */
    private void remakeSeal(long number) {
        tampering.with(connection -> {
            var tree = new Merkle.Tree();
            long revisions = 0;
            try (var statement = connection.createStatement();
                    var rows =
                            statement.executeQuery("select hash, table_name = 'revision' from seal_leaf where seal = "
                                    + number + " order by revision, table_name, row_key")) {
                while (rows.next()) {
                    tree.add(rows.getBytes(1));
                    revisions += rows.getBoolean(2) ? 1 : 0;
                }
            }
            var previous = SealTable.find(connection, number - 1).orElseThrow();
            SealTable.insert(
                    connection,
                    SealRecord.of(
                            number,
                            previous.sealedAt(),
                            revisions,
                            tree.size(),
                            HexFormat.of().formatHex(tree.root()),
                            previous.hash(),
                            null));
            return true;
        });
    }

    @Test
    void namesLiveRowsThatTheAuditDoesNotKnow() throws SQLException {
        var value = tampering
                .jdbc
                .sql("select id::text from series_value where number is not null order by id limit 1")
                .query(String.class)
                .single();
        var rev = tampering.ask("select max(rev) from series_value_aud where id = '%s'".formatted(value));
        try {
            tampering.run("create table value_kept as select * from series_value where id = '%s'".formatted(value));
            tampering.run("update series_value set number = number + 0.00 where id = '%s'".formatted(value));
            assertThat(faults()).containsExactly(new Fault(ALTERED, "series_value", rev, value));
            tampering.run("delete from series_value where id = '%s'".formatted(value));
            assertThat(faults()).containsExactly(new Fault(REMOVED, "series_value", rev, value));
            tampering.run(
                    "insert into series_value select gen_random_uuid(), version, item_id, 2099, comparison, number,"
                            + " text, attribute from value_kept");
            assertThat(faults())
                    .hasSize(2)
                    .anyMatch(fault -> fault.kind() == INSERTED && fault.table().equals("series_value"));
        } finally {
            tampering.run("delete from series_value where year = 2099 or id = '%s'".formatted(value));
            tampering.run("insert into series_value select * from value_kept");
        }
    }
}
