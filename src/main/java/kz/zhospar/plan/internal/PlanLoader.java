package kz.zhospar.plan.internal;

import kz.zhospar.plan.Change;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Loads a plan from its files into empty tables: all of it, as the first revision, or nothing. */
@Component
class PlanLoader {

    private static final Logger LOG = LoggerFactory.getLogger(PlanLoader.class);

    private final PlanStore store;
    private final Resource folder;

    PlanLoader(PlanStore store, @Value("${zhospar.plan:classpath:plan/almaty-2021-2025/}") Resource folder) {
        this.store = store;
        this.folder = folder;
    }

    /** Must run in a transaction. */
    void load() {
        var plan = new PlanReader(folder);
        RevisionNote.describe(RevisionKind.LOAD, null, plan.manifest().basis());
        store.apply(plan.items().values().stream().map(Change.Add::new).toList());
        plan.files().forEach(file -> LOG.info("Plan file {}, SHA-256 {}", file.name(), file.checksum()));
        LOG.info("Plan {} loaded: {}", plan.manifest().code(), plan.manifest().contents());
    }
}
