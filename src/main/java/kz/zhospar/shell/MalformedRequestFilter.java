package kz.zhospar.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriUtils;

/**
 * Answers 400 to requests that no browser sends and at which parts of the server would fail with 500: addresses that
 * cannot be decoded, types of content that cannot be read, and parts of forms that are none.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MalformedRequestFilter extends OncePerRequestFilter {

    private static final int DEEPEST = 20;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isReadable(request.getRequestURI()) || hasControls(request.getContentType())) {
            refuse(response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || causes(e).noneMatch(MalformedRequestFilter::isOfTheRequest)) {
                throw e;
            }
            response.reset();
            refuse(response);
        }
    }

    private static boolean isReadable(String address) {
        try {
            UriUtils.decode(address, StandardCharsets.UTF_8);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasControls(@Nullable String type) {
        return type != null && type.chars().anyMatch(Character::isISOControl);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }

    private static boolean isOfTheRequest(Throwable cause) {
        return cause instanceof MultipartException
                || cause instanceof RequestRejectedException
                || cause instanceof InvalidUrlException
                || cause instanceof InvalidFileNameException;
    }

    /** Without a page: asking for the one of errors would read the same address again. */
    private static void refuse(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
}
