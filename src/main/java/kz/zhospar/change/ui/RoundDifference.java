package kz.zhospar.change.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zhospar.change.Basis;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestDetails.Earlier;
import kz.zhospar.plan.Change;

/**
 * What a request says otherwise than in the round before.
 *
 * @param added changes of places that the earlier round did not touch
 * @param dropped changes of places that this round does not touch any more
 */
record RoundDifference(List<Text> texts, List<Change> added, List<Change> dropped, List<Moved> moved) {

    enum Part {
        TITLE,
        JUSTIFICATION,
        BASIS
    }

    /** What was written before and what is written now. */
    record Text(Part part, Object before, Object after) {}

    /** The same place with another proposal, or made from another base. */
    record Moved(Change before, Change after) {}

    static RoundDifference between(Earlier earlier, RequestDetails now) {
        return between(earlier, now.summary().title(), now.justification(), now.basis(), now.changes());
    }

    static RoundDifference between(
            Earlier earlier, String title, String justification, Basis basis, List<Change> changes) {
        var texts = Stream.of(
                        new Text(Part.TITLE, earlier.title(), title),
                        new Text(Part.JUSTIFICATION, earlier.justification(), justification),
                        new Text(Part.BASIS, earlier.basis(), basis))
                .filter(text -> !text.before().equals(text.after()))
                .toList();
        var moved = new ArrayList<Moved>();
        for (var change : changes) {
            at(change, earlier.changes())
                    .filter(before -> !before.equals(change))
                    .ifPresent(before -> moved.add(new Moved(before, change)));
        }
        return new RoundDifference(
                texts, without(changes, earlier.changes()), without(earlier.changes(), changes), List.copyOf(moved));
    }

    private static Optional<Change> at(Change place, List<Change> changes) {
        return changes.stream().filter(place::samePlace).findFirst();
    }

    private static List<Change> without(List<Change> changes, List<Change> others) {
        return changes.stream().filter(change -> at(change, others).isEmpty()).toList();
    }

    boolean isEmpty() {
        return texts.isEmpty() && added.isEmpty() && dropped.isEmpty() && moved.isEmpty();
    }
}
