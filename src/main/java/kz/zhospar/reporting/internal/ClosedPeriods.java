package kz.zhospar.reporting.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kz.zhospar.change.ProposalRule;
import kz.zhospar.change.Refusal;
import kz.zhospar.common.Formats;
import kz.zhospar.common.Language;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Change;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.ItemRef;
import kz.zhospar.plan.PlanService;
import kz.zhospar.reporting.CampaignState;
import org.springframework.stereotype.Component;

/** Facts of a closed period are proposed by nobody, on whichever screen, unless his body has leave to. */
@Component
class ClosedPeriods implements ProposalRule {

    private static final Set<Attribute> FACTS = Set.of(Attribute.ACTUAL, Attribute.PROVENANCE);

    private final Campaigns campaigns;
    private final Exceptions exceptions;
    private final PlanService plans;
    private final Days days;

    ClosedPeriods(Campaigns campaigns, Exceptions exceptions, PlanService plans, Days days) {
        this.campaigns = campaigns;
        this.exceptions = exceptions;
        this.plans = plans;
        this.days = days;
    }

    @Override
    public void check(Person person, Change change) {
        fields(change)
                .filter(field -> FACTS.contains(field.attribute()))
                .map(Field::year)
                .distinct()
                .forEach(year -> check(person, change.ref(), year));
    }

    private static Stream<Field> fields(Change change) {
        return switch (change) {
            case Change.Edit edit -> Stream.of(edit.field());
            case Change.Add add -> add.item().values().keySet().stream();
            case Change.Remove _ -> Stream.of();
        };
    }

    private void check(Person person, ItemRef series, int year) {
        var plan = plans.current().tree();
        var covering = campaigns.findByYear(year).stream()
                .filter(campaign -> campaign.scope().covers(series, plan))
                .toList();
        if (isAny(covering, CampaignState.OPEN) || isAny(covering, CampaignState.OVERDUE)) {
            return;
        }
        var closed = covering.stream()
                .filter(campaign -> campaign.stateOn(days.today()) == CampaignState.CLOSED)
                .toList();
        if (closed.stream().noneMatch(campaign -> hasLeave(person, campaign))) {
            closed.stream().max(Comparator.comparing(CampaignEntity::closes)).ifPresent(ClosedPeriods::refuse);
        }
    }

    private boolean isAny(List<CampaignEntity> campaigns, CampaignState state) {
        return campaigns.stream().anyMatch(campaign -> campaign.stateOn(days.today()) == state);
    }

    private boolean hasLeave(Person person, CampaignEntity campaign) {
        return person.body() != null && exceptions.anyRuns(campaign.id(), person.body(), days.today());
    }

    private static void refuse(CampaignEntity campaign) {
        throw new Refusal(
                Refusal.Reason.PERIOD_CLOSED,
                campaign.title(),
                // Digits read alike in every language, and a rule does not know the reader's.
                new Formats(Language.RU).day(campaign.closes()));
    }
}
