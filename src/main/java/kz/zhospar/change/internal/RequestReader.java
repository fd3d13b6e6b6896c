package kz.zhospar.change.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kz.zhospar.change.ItemVerdict;
import kz.zhospar.change.Part;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.RequestDetails.Progress;
import kz.zhospar.change.RequestState;
import kz.zhospar.change.RequestSummary;
import kz.zhospar.change.Risk;
import kz.zhospar.change.RouteRecord;
import kz.zhospar.change.RouteStage;
import kz.zhospar.change.Verdict;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Changes;
import kz.zhospar.plan.Goal;
import kz.zhospar.plan.PlanService;
import kz.zhospar.plan.PlanTree;
import org.springframework.stereotype.Component;

/** Puts stored requests into the records that screens read. */
@Component
public class RequestReader {

    /** A stage has come as far as its hindmost part. */
    private static final List<Progress> PRECEDENCE =
            List.of(Progress.STOPPED, Progress.CURRENT, Progress.AHEAD, Progress.DONE, Progress.OWN);

    private final RequestStore store;
    private final SubmittedContents contents;
    private final Routes routes;
    private final Turns turns;
    private final ChangeAccess access;
    private final PlanService plans;

    RequestReader(
            RequestStore store,
            SubmittedContents contents,
            Routes routes,
            Turns turns,
            ChangeAccess access,
            PlanService plans) {
        this.store = store;
        this.contents = contents;
        this.routes = routes;
        this.turns = turns;
        this.access = access;
        this.plans = plans;
    }

    public RequestSummary summary(StoredRequest loaded) {
        var request = loaded.request();
        return new RequestSummary(
                request.number(),
                request.title(),
                request.state(),
                isOpen(request) || request.risk() == null ? risk(loaded) : request.risk(),
                turns.turn(loaded),
                request.author().name(),
                request.writer().name(),
                request.writer().account(),
                request.author().body(),
                request.editedAt(),
                request.submittedAt(),
                loaded.rows().size(),
                goalNumbers(loaded.goals(), plans.current().tree()),
                loaded.hash());
    }

    public RequestDetails details(Person person, StoredRequest loaded) {
        var request = loaded.request();
        var changes = loaded.set().changes();
        return new RequestDetails(
                summary(loaded),
                request.justification(),
                request.basis(),
                store.fileInfo(request),
                request.origin(),
                request.round(),
                request.createdAt(),
                request.closedAt(),
                changes,
                request.state().isFinal()
                        ? List.of()
                        : Changes.conflicts(plans.current().items(), changes),
                stages(loaded),
                loaded.decisionRecords(),
                remarks(loaded),
                contents.earlier(request),
                contents.viewings(request),
                access.mayWrite(person, request) && request.state().isOpen(),
                access.mayTakeOver(person, request),
                turns.own(person, loaded).map(own -> ownPart(loaded, own)).orElse(null));
    }

    private RequestDetails.OwnPart ownPart(StoredRequest loaded, Turns.Own own) {
        var principal = own.principal();
        return new RequestDetails.OwnPart(
                own.part(), principal == null ? null : principal.name(), turns.covered(loaded, own.part()));
    }

    private static List<ItemVerdict> remarks(StoredRequest loaded) {
        return loaded.rows().stream()
                .map(ProposedChange::remark)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Risk risk(StoredRequest loaded) {
        return loaded.rows().stream()
                .map(row -> Risk.of(row.change()))
                .max(Enum::compareTo)
                .orElse(Risk.LOW);
    }

    /** The route that the heaviest change of the set asks for. */
    public RouteRecord route(StoredRequest loaded) {
        return routes.findFirstByRiskOrderByEditionDesc(risk(loaded))
                .orElseThrow()
                .record();
    }

    /** Whether the route is still a forecast: in writing, and not just come back from its last one. */
    private static boolean isOpen(ChangeRequest request) {
        return request.state().isOpen() && (request.state() != RequestState.RETURNED || request.submittedAt() == null);
    }

    private List<RequestDetails.Stage> stages(StoredRequest loaded) {
        var forecast = isOpen(loaded.request());
        var route = forecast ? route(loaded).stages() : loaded.request().stages();
        var stages = new ArrayList<RequestDetails.Stage>();
        for (int i = 0; i < route.size(); i++) {
            stages.add(stage(loaded, route.get(i), i, forecast));
        }
        return stages;
    }

    private RequestDetails.Stage stage(StoredRequest loaded, RouteStage stage, int index, boolean forecast) {
        var parts = turns.parts(loaded, stage.step()).stream()
                .map(part -> part(loaded, part, index, forecast))
                .toList();
        var progress = parts.stream()
                .map(RequestDetails.PartProgress::progress)
                .min(Comparator.comparing(PRECEDENCE::indexOf))
                .orElse(Progress.AHEAD);
        return new RequestDetails.Stage(stage.step(), stage.days(), progress, parts);
    }

    private RequestDetails.PartProgress part(StoredRequest loaded, Part part, int index, boolean forecast) {
        if (!forecast) {
            var decision = turns.decided(loaded, part);
            if (decision.isPresent()) {
                return decided(loaded, part, decision.get());
            }
        }
        return new RequestDetails.PartProgress(part, progress(loaded, part, index), null);
    }

    private RequestDetails.PartProgress decided(StoredRequest loaded, Part part, Decision decision) {
        var record = loaded.decisionRecords().stream()
                .filter(one -> one.id().equals(decision.id()))
                .findFirst()
                .orElseThrow();
        var goesOn = decision.verdict() == Verdict.APPROVED
                || !loaded.request().state().isEnded();
        return new RequestDetails.PartProgress(part, goesOn ? Progress.DONE : Progress.STOPPED, record);
    }

    private Progress progress(StoredRequest loaded, Part part, int index) {
        var request = loaded.request();
        if (turns.isOwn(loaded, part)) {
            return Progress.OWN;
        }
        return request.state() == RequestState.IN_REVIEW && request.stage() == index
                ? Progress.CURRENT
                : Progress.AHEAD;
    }

    private static List<String> goalNumbers(Set<UUID> goals, PlanTree plan) {
        return plan.goals()
                .filter(goal -> goals.contains(goal.ref().id()))
                .map(Goal::number)
                .toList();
    }
}
