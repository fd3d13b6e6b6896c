package kz.zhospar.calendar;

import java.time.LocalDate;
import kz.zhospar.common.LocalizedText;
import kz.zhospar.common.PlainText;
import org.jspecify.annotations.Nullable;

/** What a person states of a day; what is still missing is null or empty. */
public record DayStatement(
        @Nullable LocalDate day, @Nullable DayKind kind, LocalizedText name, String source) {

    /** Without spaces around the texts. */
    DayStatement tidy() {
        return new DayStatement(
                day,
                kind,
                new LocalizedText(
                        PlainText.storable(name.ru()).strip(),
                        PlainText.storable(name.kk()).strip(),
                        PlainText.storable(name.en()).strip()),
                PlainText.storable(source).strip());
    }
}
