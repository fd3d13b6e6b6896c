package kz.zhospar.identity.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.PermissionsPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer, also one that tells of an error, forbids the browser to do with it.
 *
 * <p>Written before the answer is made, and before anything can refuse the request. Spring Security would write it when
 * the answer is committed, and the server commits the short answers of Vaadin's servlet, to which requests are
 * forwarded, without asking it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // after the filter that reads what a proxy says of the request
class AnswerHeaders extends OncePerRequestFilter {

    /** What is no page, such as data, files and scripts, shows nothing and loads nothing; pages have {@link PagePolicy}. */
    static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Nothing that a page could ask of a device is needed here. */
    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), camera=(), clipboard-read=(),"
            + " display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(),"
            + " microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), serial=(),"
            + " usb=(), xr-spatial-tracking=()";

    private static final List<HeaderWriter> ALWAYS = List.of(
            new ContentSecurityPolicyHeaderWriter(NOTHING),
            new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
            new XContentTypeOptionsHeaderWriter(),
            new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
            new PermissionsPolicyHeaderWriter(PERMISSIONS),
            // Only where the request came by TLS, be it to a proxy in front.
            new HstsHeaderWriter(),
            openedBySameOrigin());

    private static final HeaderWriter EMBEDDED_HERE = embeddedBy(CrossOriginResourcePolicy.SAME_ORIGIN);
    private static final HeaderWriter EMBEDDED_ANYWHERE = embeddedBy(CrossOriginResourcePolicy.CROSS_ORIGIN);

    /** All that is left to Spring Security: to say at the end that an answer is not to be kept, unless it said more. */
    static void late(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled().cacheControl(Customizer.withDefaults());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ALWAYS.forEach(writer -> writer.writeHeaders(request, response));
        // Pages of any site may fetch open data.
        (ApiRefusals.concern(request) ? EMBEDDED_ANYWHERE : EMBEDDED_HERE).writeHeaders(request, response);
        chain.doFilter(request, response);
    }

    private static HeaderWriter openedBySameOrigin() {
        var writer = new CrossOriginOpenerPolicyHeaderWriter();
        writer.setPolicy(CrossOriginOpenerPolicy.SAME_ORIGIN);
        return writer;
    }

    private static HeaderWriter embeddedBy(CrossOriginResourcePolicy embedding) {
        var writer = new CrossOriginResourcePolicyHeaderWriter();
        writer.setPolicy(embedding);
        return writer;
    }
}
