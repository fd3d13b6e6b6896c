package kz.zhospar.reporting.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.zhospar.change.RequestPlaces;
import kz.zhospar.change.RequestPlaces.Place;
import kz.zhospar.plan.Attribute;
import kz.zhospar.plan.Field;
import kz.zhospar.plan.PlanService;
import kz.zhospar.reporting.BodyProgress;
import kz.zhospar.reporting.Duty;
import org.springframework.stereotype.Component;

/** Counts how far the bodies have come. A row counts for the body that leads it, whoever of its executors writes. */
@Component
public class ProgressCount {

    private final PlanService plans;
    private final RequestPlaces places;
    private final RequestLinks links;

    ProgressCount(PlanService plans, RequestPlaces places, RequestLinks links) {
        this.plans = plans;
        this.places = places;
        this.links = links;
    }

    /** By body, in the order of the keys; bodies without a row are not there. */
    public List<BodyProgress> of(CampaignEntity campaign) {
        var rows = new TreeMap<String, List<Duty>>(campaign.scope()
                .duties(plans.current().tree())
                .filter(duty -> duty.leader().isPresent())
                .collect(Collectors.groupingBy(duty -> duty.leader().orElseThrow())));
        var inReview = inReview();
        var drafted = drafted(campaign);
        return rows.entrySet().stream()
                .map(entry -> count(campaign.year(), entry, inReview, drafted))
                .toList();
    }

    private static BodyProgress count(
            int year, Map.Entry<String, List<Duty>> rows, Set<Place> inReview, Set<Place> drafted) {
        int approved = 0;
        int reviewed = 0;
        int draft = 0;
        for (var duty : rows.getValue()) {
            if (states(inReview, duty, year)) {
                reviewed++;
            } else if (states(drafted, duty, year)) {
                draft++;
            } else if (duty.series().cell(year).actual() != null) {
                approved++;
            }
        }
        return new BodyProgress(rows.getKey(), rows.getValue().size(), approved, reviewed, draft);
    }

    /** Whether a fact is stated, or something further about one that the plan has. */
    private static boolean states(Set<Place> stated, Duty duty, int year) {
        var series = duty.series();
        return stated.contains(new Place(series.ref(), Field.of(Attribute.ACTUAL, year)))
                || series.cell(year).actual() != null
                        && stated.contains(new Place(series.ref(), Field.of(Attribute.PROVENANCE, year)));
    }

    private Set<Place> inReview() {
        var inReview = new HashSet<Place>();
        places.inReview().forEach(request -> inReview.addAll(request.stated()));
        return inReview;
    }

    private Set<Place> drafted(CampaignEntity campaign) {
        var numbers = links.findByCampaignId(campaign.id()).stream()
                .map(RequestLink::requestNumber)
                .toList();
        var drafted = new HashSet<Place>();
        places.of(numbers).stream()
                .filter(request -> request.state().isOpen())
                .forEach(request -> drafted.addAll(request.stated()));
        return drafted;
    }
}
