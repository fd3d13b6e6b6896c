package kz.zhospar.reporting;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.zhospar.common.Language;
import kz.zhospar.common.Quantity;
import kz.zhospar.plan.Series;
import org.jspecify.annotations.Nullable;

/** Reads a fact as it is typed or comes from a spreadsheet: comma or point, spaces between thousands. */
public final class FactText {

    private static final String NO_DATA = "н/д";
    private static final Pattern PERCENT = Pattern.compile("(?<=\\d)[\\s\\u00a0\\u202f]*%\\s*$");

    private FactText() {}

    /** Reads a fact of a row; where the row is in percent, the sign may come along from the spreadsheet. */
    public static Optional<Quantity> read(String text, Series series, @Nullable Quantity target) {
        var inPercent = series.unit().in(Language.RU).startsWith("%");
        return read(inPercent ? PERCENT.matcher(text).replaceFirst("") : text, target);
    }

    /**
     * @param target of the same row; where the plan is a text, the fact may be one
     * @return empty for a blank cell
     * @throws ReportingRefusal NOT_A_NUMBER for a text where a number, a dash or “н/д” is expected
     */
    public static Optional<Quantity> read(String text, @Nullable Quantity target) {
        var fact = parse(text);
        var readable = fact.isEmpty()
                || fact.get().isNumber()
                || fact.get().isDash()
                || isNoData(fact.get())
                || target != null && !target.isNumber() && !target.isDash();
        if (!readable) {
            throw new ReportingRefusal(ReportingRefusal.Reason.NOT_A_NUMBER, text.strip());
        }
        return fact;
    }

    private static Optional<Quantity> parse(String text) {
        try {
            return Quantity.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ReportingRefusal(
                    ReportingRefusal.Reason.NOT_A_NUMBER, text.strip().substring(0, 40) + "…");
        }
    }

    private static boolean isNoData(Quantity fact) {
        return fact.text() != null && fact.text().toLowerCase(Locale.ROOT).startsWith(NO_DATA);
    }
}
