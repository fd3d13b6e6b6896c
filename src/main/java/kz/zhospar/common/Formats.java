package kz.zhospar.common;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Objects;

/** Writes numbers and moments as a language writes them; moments in the city's time. */
public record Formats(Language language) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Almaty");

    /** The number with the digits after the point that it was entered with: {@code 1 996,5}, {@code −3}. */
    public String number(BigDecimal number) {
        var format = (DecimalFormat) NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        var symbols = format.getDecimalFormatSymbols();
        symbols.setMinusSign('−');
        format.setDecimalFormatSymbols(symbols);
        return format.format(number);
    }

    /** A difference, with its sign: {@code +2,5}, {@code −3}, {@code 0}. */
    public String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number(number);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language.locale()).format(number);
    }

    /** The cell as a reader sees it; a dash and texts as they are. */
    public String quantity(Quantity quantity) {
        return quantity.isNumber()
                ? quantity.prefix() + number(Objects.requireNonNull(quantity.number()))
                : quantity.print();
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .format(date);
    }

    /** The first instant of a day in the city. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** Day, month and year in digits: {@code 15.01.2026}. */
    public String day(LocalDate date) {
        return DateTimeFormatter.ofPattern("dd.MM.uuuu").format(date);
    }

    public String day(Instant instant) {
        return day(instant.atZone(ZONE).toLocalDate());
    }

    /** Day and minute: {@code 22.11.2026, 14:05}. */
    public String moment(Instant instant) {
        return DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm").format(instant.atZone(ZONE));
    }

    /** Day, minute and second, for the audit. */
    public String exactMoment(Instant instant) {
        return DateTimeFormatter.ofPattern("dd.MM.uuuu, HH:mm:ss").format(instant.atZone(ZONE));
    }
}
