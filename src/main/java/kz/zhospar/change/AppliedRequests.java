package kz.zhospar.change;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import kz.zhospar.change.internal.LastTouch;
import kz.zhospar.change.internal.ProposedPlaces;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which revision made a change of the approved plan, which everybody may know, and why, for those who may. */
@Component
public class AppliedRequests {

    /** The last revision at each place of the plan within a span of revisions. */
    public static final class Touches {

        private record Place(ItemRef ref, @Nullable Field field) {}

        private final Map<Place, Long> places = new HashMap<>();
        private final Map<ItemRef, Long> items = new HashMap<>();

        Touches(Collection<LastTouch> touches) {
            for (var touch : touches) {
                places.put(new Place(touch.ref(), touch.field()), touch.revision());
                items.merge(touch.ref(), touch.revision(), Math::max);
            }
        }

        /** The revision that brought the place to what it is; null when none of the span touched it. */
        public @Nullable Long revision(Change change) {
            var field = change.fieldOrNull();
            if (field == null) {
                return items.get(change.ref());
            }
            var ofField = places.get(new Place(change.ref(), field));
            // What was removed and added anew states all its fields anew.
            var ofItem = places.get(new Place(change.ref(), null));
            if (ofField == null || ofItem == null) {
                return ofField == null ? ofItem : ofField;
            }
            return Math.max(ofField, ofItem);
        }
    }

    private final ProposedPlaces places;
    private final RequestStore store;
    private final CurrentPerson person;

    AppliedRequests(ProposedPlaces places, RequestStore store, CurrentPerson person) {
        this.places = places;
        this.store = store;
        this.person = person;
    }

    /** What changed the plan after one revision and up to another; one statement, however much it was. */
    public Touches between(long after, long upTo) {
        return new Touches(places.lastTouches(after, upTo));
    }

    /** What stands behind those of the requests that the person may read; nothing for the public. */
    public Map<Long, RequestGrounds> grounds(Collection<Long> numbers) {
        return numbers.isEmpty()
                ? Map.of()
                : person.find().map(reader -> store.grounds(reader, numbers)).orElse(Map.of());
    }
}
