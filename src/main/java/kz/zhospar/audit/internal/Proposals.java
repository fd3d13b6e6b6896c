package kz.zhospar.audit.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.zhospar.change.StoredChanges;
import kz.zhospar.plan.Change;
import org.jspecify.annotations.Nullable;

/** What each change request proposed, as it stood at one revision after the other. */
final class Proposals implements AutoCloseable {

    private static final int FETCHED = 500;
    private static final int REMOVAL = 2;

    private record Proposal(int position, StoredChanges.Stored stored) {}

    private final Map<Long, UUID> ids = new HashMap<>();
    private final Map<UUID, Map<UUID, Proposal>> proposals = new HashMap<>();
    private final Statement statement;
    private final ResultSet rows;
    private boolean hasRow;

    Proposals(Connection connection) throws SQLException {
        readIds(connection);
        statement = connection.createStatement();
        statement.setFetchSize(FETCHED);
        rows = statement.executeQuery("select rev, revtype, id, request_id, position, " + StoredChanges.COLUMNS
                + " from proposed_change_aud order by rev");
        hasRow = rows.next();
    }

    private void readIds(Connection connection) throws SQLException {
        try (var reading = connection.createStatement();
                var found = reading.executeQuery("select number, id from change_request_aud where revtype = 0")) {
            while (found.next()) {
                ids.put(found.getLong(1), found.getObject(2, UUID.class));
            }
        }
    }

    /** The changes of a request at the revision that applied it, in their order; they are not asked for again. */
    List<Change> takeAt(long revision, @Nullable Long request) throws SQLException {
        for (; hasRow && rows.getLong("rev") <= revision; hasRow = rows.next()) {
            take();
        }
        var taken = request == null ? null : proposals.remove(ids.get(request));
        return taken == null
                ? List.of()
                : taken.values().stream()
                        .sorted(Comparator.comparingInt(Proposal::position))
                        .map(proposal -> proposal.stored().change())
                        .toList();
    }

    private void take() throws SQLException {
        var id = rows.getObject("id", UUID.class);
        var ofRequest = proposals.computeIfAbsent(rows.getObject("request_id", UUID.class), _ -> new HashMap<>());
        if (rows.getInt("revtype") == REMOVAL) {
            ofRequest.remove(id);
        } else {
            ofRequest.put(id, new Proposal(rows.getInt("position"), StoredChanges.read(rows)));
        }
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        statement.close();
    }
}
