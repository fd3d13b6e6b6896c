package kz.zhospar.audit.internal;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import kz.zhospar.plan.PlanSnapshot;
import org.springframework.stereotype.Component;

/** The past plans asked for last. They cannot change, so that they only have to be forgotten for want of room. */
@Component
public class RecentSnapshots {

    private static final int ROOM = 20;

    private final Map<Long, PlanSnapshot> snapshots =
            Collections.synchronizedMap(new LinkedHashMap<>(ROOM, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, PlanSnapshot> eldest) {
                    return size() > ROOM;
                }
            });

    RecentSnapshots() {}

    public PlanSnapshot get(long revision, LongFunction<PlanSnapshot> reader) {
        var known = snapshots.get(revision);
        if (known != null) {
            return known;
        }
        var read = reader.apply(revision);
        snapshots.put(revision, read);
        return read;
    }
}
