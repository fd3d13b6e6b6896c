package kz.zhospar.exchange;

import jakarta.servlet.ServletException;
import java.util.Locale;
import java.util.UUID;
import kz.zhospar.common.Outage;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers with the problem, whatever type of content was asked for. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String RETRY_SECONDS = "60";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(Problem problem) {
        return answer(problem.detail(), HttpHeaders.EMPTY);
    }

    /** What Spring refuses is told in the same form. Others' failures are in the log, under the number that is told. */
    @ExceptionHandler({RuntimeException.class, ServletException.class})
    ResponseEntity<ProblemDetail> tell(Exception failure) {
        if (failure instanceof ErrorResponse refusal) {
            return answer(refusal.getBody(), refusal.getHeaders());
        }
        if (failure instanceof InvalidParameterException || failure instanceof RequestRejectedException) {
            return answer(ProblemDetail.forStatus(HttpStatus.BAD_REQUEST), HttpHeaders.EMPTY);
        }
        if (Outage.of(failure).isPresent()) {
            LOG.warn("A question was not answered: {}", failure.getMessage());
            var later = new HttpHeaders();
            later.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            return answer(Problem.outage().detail(), later);
        }
        var number = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Failure {}", number, failure);
        return answer(Problem.failure(number).detail(), HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail, HttpHeaders headers) {
        return ResponseEntity.status(detail.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
