package kz.zhospar.audit.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kz.zhospar.audit.AsOf;

/** How addresses of screens say which plan they mean: {@code ?asof=2026-03-01} or {@code ?revision=57}. */
public final class AsOfAddress {

    private static final String MOMENT = "asof";
    private static final String REVISION = "revision";
    /** A draft is made from the plan in force and has no past. */
    private static final String DRAFT = "draft";

    private AsOfAddress() {}

    static AsOf read(QueryParameters asked) {
        return new AsOf(
                asked.getSingleParameter(MOMENT).orElse(null),
                asked.getSingleParameter(REVISION).orElse(null));
    }

    /** The same screen, whichever plan it shows now, with the plan in question. */
    public static String of(Location location, AsOf asOf) {
        var rest = location.getQueryParameters().excluding(MOMENT, REVISION, DRAFT);
        return append(new Location(location.getPath(), rest).getPathWithQueryParameters(), asOf);
    }

    /** An address that says nothing of the plan yet, with the plan in question. */
    static String append(String address, AsOf asOf) {
        if (asOf.isNow()) {
            return address;
        }
        var parameter = asOf.revision() == null
                ? MOMENT + "=" + encoded(asOf.moment())
                : REVISION + "=" + encoded(asOf.revision());
        return address + (address.contains("?") ? "&" : "?") + parameter;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
