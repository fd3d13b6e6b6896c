package kz.zhospar.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestMethodNotSupportedException;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void tellsOfAFailureNothingButItsNumber() {
        var answer = problems.tell(new IllegalStateException("select secret from table"));

        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(String.valueOf(answer.getBody()))
                .containsPattern("number [0-9A-F]{8}\\.")
                .doesNotContain("secret", "IllegalState");
    }

    @Test
    void tellsWhatSpringRefusesInTheSameForm() {
        var answer = problems.tell(new HttpRequestMethodNotSupportedException(HttpMethod.DELETE.name()));

        assertThat(answer.getStatusCode().value()).isEqualTo(405);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }
}
