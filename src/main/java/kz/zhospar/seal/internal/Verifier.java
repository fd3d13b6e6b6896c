package kz.zhospar.seal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import kz.zhospar.audit.PlanReplay;
import kz.zhospar.seal.Fault;
import kz.zhospar.seal.Verification;
import kz.zhospar.seal.VerificationStep;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies everything in one state of the database, read by two connections side by side. It writes nothing and needs no
 * more than the right to read.
 */
final class Verifier {

    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

    /** No transaction lasts so long, so that no revision comes so late by itself. */
    private static final String LATE = "interval '1 hour'";

    private final Connection first;
    private final Connection second;
    private final Outside outside;
    private final Consumer<VerificationStep> progress;
    private final Faults faults = new Faults();

    Verifier(Connection first, Connection second, Outside outside, Consumer<VerificationStep> progress) {
        this.first = first;
        this.second = second;
        this.outside = outside;
        this.progress = progress;
    }

    /** @param replay what applies the approved requests anew; null leaves that part out */
    Verification verify(@Nullable PlanReplay replay) throws SQLException {
        share();
        var at = Sealer.now(first);
        var began = System.nanoTime();
        progress.accept(new VerificationStep(VerificationStep.Part.CHAIN, "", 0));
        var chain = new ChainCheck(first, second, outside, faults);
        chain.run();
        var tables = AuditTable.all(first);
        var rows = checkRows(tables, chain);
        var sealTime = since(began);

        began = System.nanoTime();
        progress.accept(new VerificationStep(VerificationStep.Part.LIVE, "", rows.rows()));
        var live = new LiveCheck(first, faults);
        for (var table : tables) {
            live.check(table);
        }
        var liveTime = since(began);

        began = System.nanoTime();
        progress.accept(new VerificationStep(VerificationStep.Part.REPLAY, "", rows.rows()));
        var replayed = replay == null ? 0 : replay(replay);
        return new Verification(
                at,
                faults.named(),
                faults.count() + rows.uncounted(),
                new Verification.Counts(
                        chain.count(),
                        rows.rows(),
                        rows.bytes(),
                        rows.unsealed().size(),
                        live.rows(),
                        replayed,
                        sealTime,
                        liveTime,
                        since(began)));
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    /** Lets both connections see the same, whatever others commit meanwhile. */
    private void share() throws SQLException {
        for (var connection : List.of(first, second)) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        }
        var snapshot = ask(first, "select pg_export_snapshot()");
        try (var statement = second.createStatement()) {
            statement.execute("set transaction snapshot " + AuditTable.literal(snapshot));
        }
        for (var connection : List.of(first, second)) {
            Sealer.settle(connection);
            try (var statement = connection.createStatement()) {
                // Rows lie in the order of their revisions, so that the index gives them as they come; sorting the
                // whole table first would take longer and hold it.
                statement.execute("set local enable_sort = off");
            }
        }
    }

    private RowCheck checkRows(List<AuditTable> tables, ChainCheck chain) throws SQLException {
        var current = new String[] {""};
        var rows = new RowCheck(
                first,
                second,
                count -> progress.accept(new VerificationStep(VerificationStep.Part.ROWS, current[0], count)));
        var ordered = new ArrayList<>(tables);
        ordered.sort((one, other) -> Boolean.compare(one.key() != null, other.key() != null));
        for (var table : ordered) {
            current[0] = table.name();
            progress.accept(new VerificationStep(VerificationStep.Part.ROWS, table.name(), rows.rows()));
            rows.check(table);
        }
        for (var missing : tablesOfLeaves()) {
            if (tables.stream().noneMatch(table -> table.name().equals(missing))) {
                rows.missing(new AuditTable(missing, List.of(), "", ""));
            }
        }
        new Judgement(first, faults, rows.suspects()).pass(chain.doubtful());
        backdated();
        return rows;
    }

    /** Jumps from name to name in the index instead of reading millions of leaves. */
    private Set<String> tablesOfLeaves() throws SQLException {
        var names = new TreeSet<String>();
        try (var statement = first.createStatement();
                var rows = statement.executeQuery("""
                        with recursive name as (
                            (select table_name from seal_leaf order by table_name limit 1)
                            union all
                            select (select l.table_name from seal_leaf l where l.table_name > name.table_name
                                    order by l.table_name limit 1)
                            from name where name.table_name is not null)
                        select table_name from name where table_name is not null""")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    /** Revisions that say they were committed well before a seal that does not have them: put in afterwards. */
    private void backdated() throws SQLException {
        try (var statement = first.createStatement();
                var rows = statement.executeQuery("""
                        select r.number from revision r
                        left join seal_leaf l on l.table_name = 'revision' and l.revision = r.number
                        left join seal own on own.number = l.seal
                        join seal earlier on earlier.number = coalesce(own.number, (select max(number) + 1 from seal)) - 1
                        where r.committed_at < earlier.sealed_at - %s
                        order by r.number""".formatted(LATE))) {
            while (rows.next()) {
                faults.add(new Fault(Fault.Kind.INSERTED, AuditTable.REVISION, rows.getLong(1), ""));
            }
        }
    }

    /** What cannot even be read any more differs, too. */
    private long replay(PlanReplay replay) {
        try {
            var result = replay.run(first);
            result.differences()
                    .forEach(difference -> faults.add(new Fault(
                            Fault.Kind.PLAN_DIFFERS,
                            difference.item().type().name().toLowerCase(Locale.ROOT),
                            difference.revision(),
                            String.valueOf(difference.item().id()))));
            return result.requests();
        } catch (RuntimeException e) {
            LOG.warn("The plan could not be replayed", e);
            faults.add(new Fault(Fault.Kind.PLAN_DIFFERS, "plan", 0, ""));
            return 0;
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
