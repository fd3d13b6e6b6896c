package kz.zhospar.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Which plans there are. */
@RestController
class PlansController {

    private final Versions versions;

    PlansController(Versions versions) {
        this.versions = versions;
    }

    @GetMapping("/api/v1/plans")
    ResponseEntity<byte[]> plans(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        var plan = versions.current();
        var entry = PlanEntryJson.of(plan, link(plan.tree().code()));
        return new Document(plan.revision(), List.of(entry))
                .answer(encodings, CacheControl.noCache().cachePublic());
    }

    private static String link(String code) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/api/v1/plans/{code}")
                .build(code)
                .getRawPath();
    }
}
