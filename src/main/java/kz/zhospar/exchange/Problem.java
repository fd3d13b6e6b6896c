package kz.zhospar.exchange;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that cannot be answered, told to the asking program as a problem document (RFC 9457). */
final class Problem extends RuntimeException {

    private final transient ProblemDetail detail;

    private Problem(HttpStatus status, String type, String title, String detail) {
        super(detail);
        this.detail = ProblemDetail.forStatusAndDetail(status, detail);
        this.detail.setType(URI.create("/problems/" + type));
        this.detail.setTitle(title);
    }

    static Problem unknownPlan(String code) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-plan",
                "Unknown plan",
                "There is no plan '%s'. GET /api/v1/plans lists the plans.".formatted(code));
    }

    static Problem unknownRevision(String revision) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-revision",
                "Unknown revision",
                "There is no revision %s.".formatted(revision));
    }

    static Problem beforeFirstRevision(String asOf) {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "before-first-revision",
                "Before the first revision",
                "The plan was not yet kept here as of %s.".formatted(asOf));
    }

    static Problem malformedMoment(String asOf) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "malformed-as-of",
                "Malformed date or instant",
                "'%s' is neither a date (2026-01-31) nor an instant with its offset (2026-01-31T12:00:00+05:00)."
                        .formatted(asOf));
    }

    static Problem malformedRevision(String revision) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "malformed-revision",
                "Malformed revision",
                "'%s' is not a whole number.".formatted(revision));
    }

    static Problem ambiguousVersion() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "ambiguous-version",
                "Two versions asked for at once",
                "Give either asOf or revision, not both.");
    }

    static Problem noSeal() {
        return new Problem(
                HttpStatus.NOT_FOUND, "no-seal", "No seal yet", "Nothing has been sealed yet. Ask again in a minute.");
    }

    static Problem unknownSeal(String number) {
        return new Problem(
                HttpStatus.NOT_FOUND, "unknown-seal", "Unknown seal", "There is no seal %s.".formatted(number));
    }

    static Problem malformedSeal(String number) {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "malformed-seal",
                "Malformed number of a seal",
                "'%s' is not a whole number.".formatted(number));
    }

    static Problem outage() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "outage",
                "The data cannot be reached",
                "The database does not answer for the moment. Ask again in a minute.");
    }

    static Problem unknownPath() {
        return new Problem(
                HttpStatus.NOT_FOUND,
                "unknown-path",
                "Unknown path",
                "There is nothing at this address. GET /api/v1/plans lists the plans.");
    }

    static Problem failure(String number) {
        return new Problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "failure",
                "Failure",
                "The request failed for a reason of ours. It is recorded under the number %s.".formatted(number));
    }

    ProblemDetail detail() {
        return detail;
    }
}
