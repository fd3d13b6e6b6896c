package kz.zhospar.exchange;

import jakarta.servlet.ServletException;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers with the problem, whatever type of content was asked for. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(Problem problem) {
        return ResponseEntity.status(problem.detail().getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.detail());
    }

    /** What Spring refuses is told in the same form. Others' failures are in the log, under the number that is told. */
    @ExceptionHandler({RuntimeException.class, ServletException.class})
    ResponseEntity<ProblemDetail> tell(Exception failure) {
        if (failure instanceof ErrorResponse refusal) {
            return ResponseEntity.status(refusal.getStatusCode())
                    .headers(refusal.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(refusal.getBody());
        }
        var number = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Failure {}", number, failure);
        return tell(Problem.failure(number));
    }
}
