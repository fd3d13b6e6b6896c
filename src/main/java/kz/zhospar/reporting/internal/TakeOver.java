package kz.zhospar.reporting.internal;

import kz.zhospar.reporting.ReportingRefusal;
import org.springframework.stereotype.Component;

/** The one place where a colleague's draft is asked for. */
@Component
public class TakeOver {

    TakeOver() {}

    /** Makes the person the author of a colleague's draft; refused as long as drafts cannot change hands. */
    public void take(long request) {
        throw new ReportingRefusal(ReportingRefusal.Reason.CANNOT_TAKE_OVER, String.valueOf(request));
    }
}
