package kz.zhospar.exchange;

import jakarta.persistence.PersistenceException;
import kz.zhospar.common.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers with the problem, whatever type of content was asked for. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final String RETRY_SECONDS = "60";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tell(Problem problem) {
        return answer(problem, ResponseEntity.status(problem.detail().getStatus()));
    }

    /** Thrown on, when it is no outage, to whatever answers for failures. */
    @ExceptionHandler({NestedRuntimeException.class, PersistenceException.class})
    ResponseEntity<ProblemDetail> tell(RuntimeException failure) {
        if (Outage.of(failure).isEmpty()) {
            throw failure;
        }
        LOG.warn("A question was not answered: {}", failure.getMessage());
        var outage = Problem.outage();
        return answer(
                outage,
                ResponseEntity.status(outage.detail().getStatus()).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
    }

    private static ResponseEntity<ProblemDetail> answer(Problem problem, ResponseEntity.BodyBuilder answer) {
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem.detail());
    }
}
