package kz.zhospar.change;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.zhospar.change.internal.Decision;
import kz.zhospar.change.internal.RequestStore;
import kz.zhospar.change.internal.StoredRequest;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import org.springframework.stereotype.Component;

/**
 * Of which places of the plan requests state a value, but not which: enough to count by, for those who may not read the
 * requests themselves and for work that nobody started.
 */
@Component
public class RequestPlaces {

    public record Place(ItemRef ref, Field field) {}

    public record Places(long request, RequestState state, Set<Place> stated) {}

    private static final Person COUNTING = new Person("counting", "", Set.of(Role.AUDITOR), null, null);

    private final RequestStore store;

    RequestPlaces(RequestStore store) {
        this.store = store;
    }

    /** Every request under review. */
    public List<Places> inReview() {
        return store.inReview().stream().map(RequestPlaces::places).toList();
    }

    /** The requests with these numbers, in any state, and those that were split off from them. */
    public List<Places> of(Collection<Long> numbers) {
        return numbers.stream().flatMap(this::withSplitOff).toList();
    }

    private Stream<Places> withSplitOff(long number) {
        var loaded = store.find(COUNTING, number);
        var parts = loaded.decisions().stream().map(Decision::splitInto).filter(Objects::nonNull);
        return Stream.concat(Stream.of(places(loaded)), parts.flatMap(this::withSplitOff));
    }

    private static Places places(StoredRequest loaded) {
        var stated = loaded.set().changes().stream()
                .filter(Change.Edit.class::isInstance)
                .map(Change.Edit.class::cast)
                .filter(edit -> edit.value() != null)
                .map(edit -> new Place(edit.ref(), edit.field()))
                .collect(Collectors.toSet());
        return new Places(loaded.request().number(), loaded.request().state(), stated);
    }
}
