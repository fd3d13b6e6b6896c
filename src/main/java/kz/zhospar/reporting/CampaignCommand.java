package kz.zhospar.reporting;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.zhospar.common.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A reporting period as the administrator states it; what is missing is said by the service.
 *
 * @param closes the last day on which facts are taken
 * @param threshold by how many per cent of the plan a fact may fall behind it without a comment
 */
public record CampaignCommand(
        String title,
        @Nullable Integer year,
        @Nullable LocalDate opens,
        @Nullable LocalDate due,
        @Nullable LocalDate closes,
        @Nullable BigDecimal threshold,
        Scope scope) {

    public CampaignCommand {
        title = PlainText.storable(title);
    }
}
