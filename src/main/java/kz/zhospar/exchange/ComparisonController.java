package kz.zhospar.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Objects;
import kz.zhospar.audit.ComparisonQuery;
import kz.zhospar.audit.ComparisonRefusal;
import kz.zhospar.audit.ComparisonService;
import kz.zhospar.audit.PlanComparison;
import kz.zhospar.audit.Reading;
import kz.zhospar.audit.Readings;
import kz.zhospar.change.Refusal;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import kz.zhospar.exchange.office.ComparisonBook;
import kz.zhospar.exchange.office.ComparisonTable;
import kz.zhospar.exchange.office.Stamp;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** A comparison to take along, asked for in the words of its page and open to the same people. */
@RestController
class ComparisonController {

    private static final String PAGE = "/audit/compare";

    private final ComparisonService comparisons;
    private final Readings readings;
    private final Stamps stamps;

    ComparisonController(ComparisonService comparisons, Readings readings, Stamps stamps) {
        this.comparisons = comparisons;
        this.readings = readings;
        this.stamps = stamps;
    }

    /** Writes a comparison into a file of one kind. */
    private interface Form {
        void write(PlanComparison comparison, Stamp stamp, OutputStream out) throws IOException;
    }

    @GetMapping("/documents/comparison.xlsx")
    ResponseEntity<byte[]> book(@RequestParam Map<String, String> parameters) throws IOException {
        return send(parameters, "book", ".xlsx", Downloads.XLSX, ComparisonBook::write);
    }

    @GetMapping("/documents/comparison.docx")
    ResponseEntity<byte[]> table(@RequestParam Map<String, String> parameters) throws IOException {
        return send(parameters, "table", ".docx", Downloads.DOCX, ComparisonTable::write);
    }

    private ResponseEntity<byte[]> send(
            Map<String, String> parameters, String name, String ending, MediaType type, Form form) throws IOException {
        var query = ComparisonQuery.of(parameters::get);
        var language = Language.of(parameters.getOrDefault("language", ""));
        try {
            var comparison = query.ask(comparisons).filtered(query.filter());
            var file = query.request() == null
                    ? Messages.in(
                            language,
                            "compare.file." + name,
                            String.valueOf(comparison.from().revision()),
                            String.valueOf(comparison.to().revision()))
                    : Messages.in(language, "compare.file." + name + ".request", query.request());
            var sent = Downloads.file(file + ending, type, out -> form.write(comparison, stamps.in(language), out));
            var size = Objects.requireNonNull(sent.getBody()).length;
            readings.taken(Reading.file(Reading.What.EXPORT, file + ending, comparison.proposal(), size));
            return sent;
        } catch (ComparisonRefusal | Refusal | AccessDeniedException _) {
            return page(query);
        }
    }

    /** The page tells in the reader's language why there is nothing to take along. */
    private static ResponseEntity<byte[]> page(ComparisonQuery query) {
        var address = UriComponentsBuilder.fromPath(PAGE);
        query.parameters().forEach((parameter, value) -> address.queryParam(parameter, "{" + parameter + "}"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(address.encode().buildAndExpand(query.parameters()).toUri())
                .build();
    }
}
