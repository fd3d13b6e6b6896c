package kz.zhospar.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.zhospar.plan.PlanSnapshot;
import org.springframework.stereotype.Component;

/** The plans asked for last, written out once for each revision. */
@Component
class PlanDocuments {

    private static final int ROOM = 8;

    private final Map<Long, Document> documents = Collections.synchronizedMap(new LinkedHashMap<>(ROOM, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Document> eldest) {
            return size() > ROOM;
        }
    });

    Document of(PlanSnapshot plan) {
        return documents.computeIfAbsent(plan.revision(), revision -> new Document(revision, PlanJson.of(plan)));
    }
}
