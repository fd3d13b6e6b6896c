package kz.zhospar.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A reporting period: the facts of one year, asked for from one day until another.
 *
 * @param due the day by which facts are to be submitted
 * @param closes the last day on which they are taken
 * @param threshold per cent of the plan, see {@link Deviation}
 * @param state as of the day on which it was read
 */
public record Campaign(
        long number,
        String title,
        int year,
        LocalDate opens,
        LocalDate due,
        LocalDate closes,
        BigDecimal threshold,
        Scope scope,
        CampaignState state) {

    /** The address of the page on which a body reports. */
    public String address() {
        return "periods/" + number;
    }
}
