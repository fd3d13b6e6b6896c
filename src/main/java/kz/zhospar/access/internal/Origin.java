package kz.zhospar.access.internal;

import jakarta.servlet.http.HttpServletRequest;
import kz.zhospar.common.PlainText;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Where the request at hand comes from; of work that nobody's request does, nothing. */
public record Origin(@Nullable String address, @Nullable String agent) {

    private static final int LONGEST = 300;

    public static Origin current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? of(attributes.getRequest())
                : new Origin(null, null);
    }

    private static Origin of(HttpServletRequest request) {
        return new Origin(shortened(request.getRemoteAddr()), shortened(request.getHeader("User-Agent")));
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null ? null : PlainText.line(text, LONGEST);
    }
}
