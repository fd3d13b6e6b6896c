package kz.zhospar.live.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The pages that are open on this node and, as far as they tell, on the others. Whoever gives no sign of life for a
 * while is gone.
 */
public final class Attendance {

    /** A page in the background speaks up every second minute at worst. */
    private static final Duration OWN_SILENT = Duration.ofMinutes(3);

    /** Other nodes repeat themselves several times in this while. */
    private static final Duration OTHERS_SILENT = Duration.ofSeconds(90);

    /** No crowd of this size is real. */
    private static final int MOST_OF_OTHERS = 5_000;

    private record Seen(Tab tab, Instant at) {}

    private final Clock clock;
    private final Map<String, Seen> own = new ConcurrentHashMap<>();
    private final Map<String, Seen> others = new ConcurrentHashMap<>();

    public Attendance(Clock clock) {
        this.clock = clock;
    }

    /** Notes a page of this node as seen now; says whether it was not known before. */
    public boolean put(Tab tab) {
        return own.put(tab.id(), new Seen(tab, clock.instant())) == null;
    }

    public void remove(String id) {
        own.remove(id);
    }

    /** Takes what another node tells; gives the places at which something is other than before. */
    public Set<String> hear(Collection<Tab> here, Collection<String> gone) {
        var places = new HashSet<String>();
        here.stream().filter(this::isCredible).forEach(tab -> {
            var before = others.put(tab.id(), new Seen(tab, clock.instant()));
            if (before == null || !before.tab().equals(tab)) {
                places.add(tab.place());
            }
        });
        gone.forEach(id -> {
            var before = id == null ? null : others.remove(id);
            if (before != null) {
                places.add(before.tab().place());
            }
        });
        return places;
    }

    @SuppressWarnings("ConstantValue") // what comes from outside may lack anything
    private boolean isCredible(Tab tab) {
        return tab != null
                && tab.fits()
                && !own.containsKey(tab.id())
                && (others.size() < MOST_OF_OTHERS || others.containsKey(tab.id()));
    }

    /** Forgets who has been silent for too long; gives the places that they were at. */
    public Set<String> forgetSilent() {
        var places = new HashSet<String>();
        places.addAll(forget(own, clock.instant().minus(OWN_SILENT)));
        places.addAll(forget(others, clock.instant().minus(OTHERS_SILENT)));
        return places;
    }

    private static Set<String> forget(Map<String, Seen> tabs, Instant before) {
        var places = new HashSet<String>();
        tabs.values().removeIf(seen -> {
            var silent = seen.at().isBefore(before);
            if (silent) {
                places.add(seen.tab().place());
            }
            return silent;
        });
        return places;
    }

    public List<Tab> own() {
        return own.values().stream().map(Seen::tab).toList();
    }

    public List<Tab> at(String place) {
        return Stream.concat(own.values().stream(), others.values().stream())
                .map(Seen::tab)
                .filter(tab -> tab.place().equals(place))
                .toList();
    }
}
