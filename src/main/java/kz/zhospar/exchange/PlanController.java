package kz.zhospar.exchange;

import java.time.Duration;
import kz.zhospar.plan.PlanSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One plan, as it is now or as it was. */
@RestController
class PlanController {

    private final Versions versions;
    private final PlanDocuments documents;

    PlanController(Versions versions, PlanDocuments documents) {
        this.versions = versions;
        this.documents = documents;
    }

    @GetMapping("/api/v1/plans/{code}")
    ResponseEntity<byte[]> plan(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String revision,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        var plan = versions.find(code, asOf, revision);
        return documents.of(plan).answer(encodings, cacheControl(revision, plan));
    }

    /**
     * A revision of the plan stays as it is. Any other number can still come to mean another state: a smaller revision
     * may be committed later.
     */
    private static CacheControl cacheControl(@Nullable String revision, PlanSnapshot plan) {
        return String.valueOf(plan.revision()).equals(revision)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache().cachePublic();
    }
}
