package kz.zhospar.reporting.internal;

import java.util.List;
import java.util.Optional;
import kz.zhospar.change.ProposalRule;
import kz.zhospar.change.Refusal;
import kz.zhospar.common.Quantity;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.Provenance;
import kz.zhospar.reporting.CampaignState;
import kz.zhospar.reporting.Deviation;
import kz.zhospar.reporting.Duty;
import kz.zhospar.reporting.Scope;
import org.springframework.stereotype.Component;

/** A fact that is too far behind its plan is submitted with a comment only, from whichever screen. */
@Component
class ForcedComment implements ProposalRule {

    private final Campaigns campaigns;
    private final PlanService plans;
    private final Days days;

    ForcedComment(Campaigns campaigns, PlanService plans, Days days) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.days = days;
    }

    @Override
    public void check(Person person, Change change) {
        // A comment may be written after the fact, as long as the request is not submitted.
    }

    @Override
    public void checkSubmitted(Person person, List<Change> changes) {
        for (var change : changes) {
            if (change instanceof Change.Edit edit
                    && edit.field().attribute() == Attribute.ACTUAL
                    && edit.value() instanceof Quantity fact) {
                check(edit.ref(), edit.field().year(), fact, changes);
            }
        }
    }

    private void check(ItemRef series, int year, Quantity fact, List<Change> changes) {
        if (hasComment(series, year, changes)) {
            return;
        }
        var plan = plans.current().tree();
        for (var campaign : campaigns.findByYear(year)) {
            if (campaign.stateOn(days.today()) != CampaignState.PLANNED
                    && campaign.scope().covers(series, plan)
                    && isTooFar(series, campaign, fact)) {
                throw new Refusal(
                        Refusal.Reason.COMMENT_MISSING,
                        series,
                        campaign.threshold().toPlainString(),
                        campaign.title());
            }
        }
    }

    private boolean isTooFar(ItemRef ref, CampaignEntity campaign, Quantity fact) {
        return Scope.ALL
                .duties(plans.current().tree())
                .map(Duty::series)
                .filter(series -> series.ref().equals(ref))
                .flatMap(
                        series -> Deviation.of(
                                series.better(), series.cell(campaign.year()).target(), fact, campaign.threshold())
                                .stream())
                .anyMatch(Deviation::tooFar);
    }

    /** What the request says of the fact, else what the plan does. */
    private boolean hasComment(ItemRef series, int year, List<Change> changes) {
        var field = Field.of(Attribute.PROVENANCE, year);
        var proposed = changes.stream()
                .filter(Change.Edit.class::isInstance)
                .map(Change.Edit.class::cast)
                .filter(edit -> edit.ref().equals(series) && edit.field().equals(field))
                .findFirst();
        var provenance = proposed.isPresent()
                ? Optional.ofNullable(proposed.get().value())
                : plans.current().find(series).flatMap(item -> item.value(field));
        return provenance
                .map(Provenance.class::cast)
                .filter(stated -> !stated.comment().isEmpty())
                .isPresent();
    }
}
