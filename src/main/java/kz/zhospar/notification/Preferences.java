package kz.zhospar.notification;

import java.io.Serializable;
import java.time.LocalTime;
import java.util.Map;
import kz.zhospar.common.Language;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be written to.
 *
 * @param mailing has every kind
 * @param address null when none is known
 * @param digestAt when the digest is sent on working days, in the city's time
 */
public record Preferences(
        Language language,
        Map<NoticeKind, Mailing> mailing,
        MailReach reach,
        @Nullable String address,
        LocalTime digestAt)
        implements Serializable {

    public Preferences {
        mailing = Map.copyOf(mailing);
    }

    public Mailing of(NoticeKind kind) {
        return mailing.getOrDefault(kind, Mailing.usual(kind));
    }
}
