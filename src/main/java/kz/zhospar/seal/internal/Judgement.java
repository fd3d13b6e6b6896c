package kz.zhospar.seal.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import kz.zhospar.seal.Fault;
import kz.zhospar.seal.Merkle;

/** Says what happened to rows that do not agree with their leaves, and which of the two was tampered with. */
final class Judgement {

    /** Where thousands of rows were moved, not each is compared with each. */
    private static final int COMPARED = 200;

    private record Place(long revision, String table, String key) implements Comparable<Place> {

        private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::revision)
                .thenComparing(Place::table)
                .thenComparing(Place::key);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private final Connection connection;
    private final Faults faults;
    private final List<Suspect> suspects;
    private final Set<Suspect> explained = new HashSet<>();

    Judgement(Connection connection, Faults faults, Collection<Suspect> suspects) {
        this.connection = connection;
        this.faults = faults;
        this.suspects = List.copyOf(suspects);
    }

    /** @param doubtful seals whose leaves do not give their root */
    void pass(Collection<Long> doubtful) throws SQLException {
        for (var seal : doubtful) {
            judge(seal);
        }
        var moved = suspects.stream()
                .filter(suspect -> suspect.sealed() != null && !explained.contains(suspect))
                .filter(this::isMoved)
                .toList();
        moved.forEach(suspect -> {
            explained.add(suspect);
            faults.add(suspect.fault(Fault.Kind.REORDERED));
        });
        suspects.stream()
                .filter(suspect -> !explained.contains(suspect))
                .forEach(suspect -> faults.add(suspect.fault(suspect.kind())));
    }

    /** When the rows as they are give the root, it is the leaves that were tampered with. */
    private void judge(long seal) throws SQLException {
        var leaves = new TreeMap<Place, byte[]>();
        var revisions = read(seal, leaves);
        var concerned = suspects.stream()
                .filter(suspect -> revisions.contains(suspect.revision()))
                .toList();
        for (var suspect : concerned) {
            var place = new Place(suspect.revision(), suspect.table().name(), suspect.keyText());
            if (suspect.hash() == null) {
                leaves.remove(place);
            } else {
                leaves.put(place, suspect.hash());
            }
        }
        var root = HexFormat.of().formatHex(Merkle.root(List.copyOf(leaves.values())));
        var known = SealTable.find(connection, seal).orElseThrow();
        if (!concerned.isEmpty() && known.isWhole() && known.root().equals(root)) {
            explained.addAll(concerned);
            concerned.forEach(suspect -> faults.add(suspect.ofLeaf()));
        } else {
            faults.seal(Fault.Kind.SEAL_ALTERED, seal);
        }
    }

    private Set<Long> read(long seal, TreeMap<Place, byte[]> leaves) throws SQLException {
        var revisions = new HashSet<Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select revision, table_name, row_key, hash from seal_leaf where seal = " + seal)) {
            while (rows.next()) {
                revisions.add(rows.getLong(1));
                leaves.put(new Place(rows.getLong(1), rows.getString(2), rows.getString(3)), rows.getBytes(4));
            }
        }
        return revisions;
    }

    /** Whether another row of the table would be what was sealed, if it stood here. */
    private boolean isMoved(Suspect gone) {
        var sealed = Objects.requireNonNull(gone.sealed());
        var form = new Form(gone.table());
        var found = suspects.stream()
                .filter(other -> other != gone && other.line() != null && other.table() == gone.table())
                .filter(other -> gone.table().key() == null
                        || other.revision() == gone.revision()
                        || Arrays.equals(other.key(), gone.key()))
                .limit(COMPARED)
                .filter(other -> fits(form, other, gone, sealed))
                .findFirst();
        // A row that only stands elsewhere now is not named a second time there.
        found.filter(other -> other.sealed() == null).ifPresent(explained::add);
        return found.isPresent();
    }

    private static boolean fits(Form form, Suspect other, Suspect gone, byte[] sealed) {
        form.read(Objects.requireNonNull(other.line()));
        return form.wouldBe(sealed, gone.revision(), gone.key());
    }
}
