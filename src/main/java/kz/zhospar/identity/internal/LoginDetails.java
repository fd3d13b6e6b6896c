package kz.zhospar.identity.internal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where a login comes from. */
public class LoginDetails extends WebAuthenticationDetails {
    private final boolean forwarded;

    public LoginDetails(HttpServletRequest request) {
        super(request);
        // A proxy on this machine would make everybody a neighbour.
        forwarded = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
    }

    /** Whether the request was made on this machine: from a loopback address and through no proxy. */
    public boolean isFromThisMachine() {
        return !forwarded && isLoopback(getRemoteAddress());
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof LoginDetails that && that.forwarded == forwarded;
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
