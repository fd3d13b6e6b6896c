package kz.zhospar.exchange;

import java.io.IOException;
import kz.zhospar.access.AccessTrail;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import kz.zhospar.exchange.office.PlanBook;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One plan as a workbook, as it is now or as it was; open to anybody, as the plan is. */
@RestController
class PlanBookController {

    private final Versions versions;
    private final Stamps stamps;
    private final AccessTrail trail;

    PlanBookController(Versions versions, Stamps stamps, AccessTrail trail) {
        this.versions = versions;
        this.stamps = stamps;
        this.trail = trail;
    }

    @GetMapping("/api/v1/plans/{code}.xlsx")
    ResponseEntity<byte[]> book(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String revision,
            @RequestParam(defaultValue = "ru") String language)
            throws IOException {
        var plan = versions.find(code, asOf, revision);
        var words = Language.of(language);
        var name = Messages.in(words, "book.file", code, String.valueOf(plan.revision()));
        var file = Downloads.file(name + ".xlsx", Downloads.XLSX, out -> PlanBook.write(plan, stamps.in(words), out));
        trail.taken(name + ".xlsx");
        return file;
    }
}
