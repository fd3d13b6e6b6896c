package kz.zhospar.exchange.office;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.common.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of itself: when it was made and for whom, and the newest seal of the audit, by which whoever keeps
 * the document can tell later whether everything recorded until then is still there.
 *
 * @param language of the whole document
 * @param person who takes it along; null for the public
 * @param seal the line about the seal; null before the first
 */
public record Stamp(
        Language language,
        Instant at,
        @Nullable String person,
        @Nullable String seal) {

    public List<String> lines() {
        var made = new Formats(language).moment(at);
        return Stream.of(
                        person == null
                                ? Messages.in(language, "export.made", made)
                                : Messages.in(language, "export.made-by", made, person),
                        seal == null ? "" : seal)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
