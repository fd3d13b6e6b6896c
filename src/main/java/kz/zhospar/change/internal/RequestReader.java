package kz.zhospar.change.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.change.DecisionRecord;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestDetails.Progress;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.change.Risk;
import kz.zhospar.change.Step;
import kz.zhospar.change.Verdict;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanTree;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts stored requests into the records that screens read. */
@Component
public class RequestReader {

    private final RequestStore store;
    private final Routes routes;
    private final ChangeAccess access;
    private final PlanService plans;

    RequestReader(RequestStore store, Routes routes, ChangeAccess access, PlanService plans) {
        this.store = store;
        this.routes = routes;
        this.access = access;
        this.plans = plans;
    }

    public RequestSummary summary(RequestStore.Loaded loaded) {
        var request = loaded.request();
        return new RequestSummary(
                request.number(),
                request.title(),
                request.state(),
                request.currentStep(),
                request.author().name(),
                request.author().account(),
                request.author().body(),
                request.editedAt(),
                request.submittedAt(),
                loaded.set().changes().size(),
                goalNumbers(loaded.goals(), plans.current().tree()));
    }

    public RequestDetails details(Person person, RequestStore.Loaded loaded) {
        var request = loaded.request();
        var plan = plans.current();
        var changes = loaded.set().changes();
        var decisions = store.decisions(request);
        return new RequestDetails(
                summary(loaded),
                request.justification(),
                request.basis(),
                request.round(),
                request.createdAt(),
                request.closedAt(),
                changes,
                request.state().isFinal() ? List.of() : Changes.conflicts(plan.items(), changes),
                steps(loaded, decisions),
                decisions,
                loaded.hash(),
                access.mayWrite(person, request) && request.state().isOpen(),
                mayDecide(person, loaded));
    }

    /** Whether it is the person's turn, and the person neither wrote nor submitted nor decided already. */
    public boolean mayDecide(Person person, RequestStore.Loaded loaded) {
        var request = loaded.request();
        var step = request.currentStep();
        return step != null
                && !isInvolved(person, request)
                && access.holds(
                        person,
                        step,
                        request.author().body(),
                        loaded.goals(),
                        plans.current().tree())
                && !store.hasDecided(request, person);
    }

    public static boolean isInvolved(Person person, ChangeRequest request) {
        var submitter = request.submitter();
        return request.author().isOf(person) || submitter != null && submitter.isOf(person);
    }

    /** The route that the heaviest change of the set asks for. */
    public List<Step> route(RequestStore.Loaded loaded) {
        var risk = loaded.set().changes().stream()
                .map(Risk::of)
                .max(Enum::compareTo)
                .orElse(Risk.LOW);
        return routes.findById(risk).orElseThrow().steps();
    }

    /** The first step that somebody else than the submitter has to take: a head's own word stands for the head's. */
    public static int firstStep(List<Step> route, Signature submitter) {
        return route.size() > 1
                        && route.getFirst() == Step.HEAD
                        && submitter.position().equals(Role.HEAD.key())
                ? 1
                : 0;
    }

    private List<RequestDetails.RouteStep> steps(RequestStore.Loaded loaded, List<DecisionRecord> decisions) {
        var request = loaded.request();
        var open = request.state().isOpen() && request.state() != RequestState.RETURNED;
        var submitter = request.submitter();
        var route = open ? route(loaded) : request.route();
        Map<Step, DecisionRecord> decided = open
                ? Map.of()
                : decisions.stream()
                        .filter(decision -> decision.round() == request.round())
                        .collect(Collectors.toMap(DecisionRecord::step, Function.identity(), (first, last) -> last));
        var first = firstStep(route, open || submitter == null ? request.author() : submitter);
        var steps = new ArrayList<RequestDetails.RouteStep>();
        for (int i = 0; i < route.size(); i++) {
            var decision = decided.get(route.get(i));
            steps.add(new RequestDetails.RouteStep(route.get(i), progress(request, i, first, decision), decision));
        }
        return steps;
    }

    private static Progress progress(ChangeRequest request, int index, int first, @Nullable DecisionRecord decision) {
        if (decision != null) {
            return decision.verdict() == Verdict.APPROVED ? Progress.DONE : Progress.STOPPED;
        }
        if (index < first) {
            return Progress.OWN;
        }
        return request.state() == RequestState.IN_REVIEW && request.step() == index ? Progress.CURRENT : Progress.AHEAD;
    }

    private static List<String> goalNumbers(Set<UUID> goals, PlanTree plan) {
        return plan.goals()
                .filter(goal -> goals.contains(goal.ref().id()))
                .map(Goal::number)
                .toList();
    }
}
