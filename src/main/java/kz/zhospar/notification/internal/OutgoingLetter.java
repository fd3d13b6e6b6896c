package kz.zhospar.notification.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.zhospar.common.Language;
import kz.zhospar.notification.ReceivedNotice;
import org.jspecify.annotations.Nullable;

/**
 * All that is needed to write a letter, free of the database.
 *
 * @param digestDay null for a letter about one thing
 */
record OutgoingLetter(
        UUID id,
        String address,
        Language language,
        List<ReceivedNotice> notices,
        @Nullable LocalDate digestDay) {}
