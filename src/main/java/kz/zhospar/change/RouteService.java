package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import kz.zhospar.change.internal.Route;
import kz.zhospar.change.internal.Routes;
import kz.zhospar.identity.Roles;
import kz.zhospar.revision.RevisionKind;
import kz.zhospar.revision.RevisionNote;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which positions decide on which risk, and how long they have. Requests under way keep the edition they began with. */
@Service
@Transactional
public class RouteService {

    private static final int MOST_DAYS = 60;
    private static final int LONGEST_REASON = 2_000;

    private final Routes routes;
    private final Clock clock;

    RouteService(Routes routes, Clock clock) {
        this.routes = routes;
        this.clock = clock;
    }

    /** The routes that requests submitted now would take, by risk. */
    @Transactional(readOnly = true)
    @RolesAllowed({
        Roles.OFFICIAL,
        Roles.HEAD,
        Roles.ECONOMY,
        Roles.CURATOR,
        Roles.AKIM_OFFICE,
        Roles.AUDITOR,
        Roles.ADMIN
    })
    public List<RouteRecord> routes() {
        return Arrays.stream(Risk.values()).map(this::current).toList();
    }

    /** Every edition of one route, the newest first. */
    @Transactional(readOnly = true)
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public List<RouteRecord> editions(Risk risk) {
        return routes.findByRiskOrderByEditionDesc(risk).stream()
                .map(Route::record)
                .toList();
    }

    /**
     * Gives a risk another route.
     *
     * @param stages in order, each step at most once, each with 1 to 60 working days
     * @param reason why, for the record
     */
    @RolesAllowed(Roles.ADMIN)
    public RouteRecord change(Risk risk, List<RouteStage> stages, String reason) {
        check(stages, reason);
        var current = current(risk);
        if (current.stages().equals(stages)) {
            return current;
        }
        RevisionNote.describe(RevisionKind.ADMINISTRATION, null, reason);
        return routes.save(new Route(risk, current.edition() + 1, stages, clock.instant()))
                .record();
    }

    private static void check(List<RouteStage> stages, String reason) {
        if (stages.isEmpty()) {
            throw new Refusal(Refusal.Reason.ROUTE_EMPTY);
        }
        if (stages.stream().map(RouteStage::step).distinct().count() < stages.size()) {
            throw new Refusal(Refusal.Reason.ROUTE_TWICE);
        }
        stages.stream()
                .filter(stage -> stage.days() < 1 || stage.days() > MOST_DAYS)
                .findFirst()
                .ifPresent(stage -> {
                    throw new Refusal(Refusal.Reason.ROUTE_DAYS, stage.step(), MOST_DAYS);
                });
        if (reason.isBlank()) {
            throw new Refusal(Refusal.Reason.REASON_MISSING);
        }
        if (reason.length() > LONGEST_REASON) {
            throw new Refusal(Refusal.Reason.TEXT_TOO_LONG, LONGEST_REASON);
        }
    }

    private RouteRecord current(Risk risk) {
        return routes.findFirstByRiskOrderByEditionDesc(risk).orElseThrow().record();
    }
}
