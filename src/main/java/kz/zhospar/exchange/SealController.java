package kz.zhospar.exchange;

import java.time.Duration;
import java.util.regex.Pattern;
import kz.zhospar.seal.PublishedSeal;
import kz.zhospar.seal.SealService;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The seals over the audit: whoever keeps one can tell later whether everything before it is still there. */
@RestController
class SealController {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}");
    private static final Pattern POSSIBLE = Pattern.compile("\\d{1,18}");

    private final SealService seals;

    SealController(SealService seals) {
        this.seals = seals;
    }

    @GetMapping("/api/v1/seal")
    ResponseEntity<byte[]> head(
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        var head = seals.head().flatMap(seal -> seals.published(seal.number())).orElseThrow(Problem::noSeal);
        return document(head).answer(encodings, CacheControl.noCache().cachePublic());
    }

    @GetMapping("/api/v1/seal/{number}")
    ResponseEntity<byte[]> seal(
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings) {
        if (!NUMBER.matcher(number).matches()) {
            throw Problem.malformedSeal(number);
        }
        if (!POSSIBLE.matcher(number).matches()) {
            throw Problem.unknownSeal(number);
        }
        var seal = seals.published(Long.parseLong(number)).orElseThrow(() -> Problem.unknownSeal(number));
        return document(seal)
                .answer(
                        encodings,
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    private static Document document(PublishedSeal seal) {
        return new Document(seal.number(), seal);
    }
}
