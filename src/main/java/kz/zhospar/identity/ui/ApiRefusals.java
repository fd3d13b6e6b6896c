package kz.zhospar.identity.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;

/** Refusals by the open interface as problem documents (RFC 9457), like all its other errors. */
final class ApiRefusals {

    private ApiRefusals() {}

    static void tell(ExceptionHandlingConfigurer<HttpSecurity> refusals) {
        refusals.authenticationEntryPoint((request, response, cause) -> readOnly(response))
                .accessDeniedHandler((request, response, cause) -> readOnly(response));
    }

    static boolean concern(HttpServletRequest request) {
        return request.getRequestURI().startsWith(request.getContextPath() + "/api/v1/");
    }

    private static void readOnly(HttpServletResponse response) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "read-only", "Read only", "Open data is read with GET and HEAD.");
    }

    /** The texts are our own and hold nothing that JSON would have to escape. */
    static void write(HttpServletResponse response, HttpStatus status, String type, String title, String detail)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write("{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(type, title, status.value(), detail)
                        .getBytes(StandardCharsets.UTF_8));
    }
}
