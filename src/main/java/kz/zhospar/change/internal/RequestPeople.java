package kz.zhospar.change.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.PlanService;
import org.springframework.stereotype.Component;

/** Who may read a request, and who has had a part in it. */
@Component
public class RequestPeople {

    private final RequestStore store;
    private final Decisions decisions;
    private final ChangeAccess access;
    private final PlanService plans;
    private final People people;
    private final CurrentPerson person;

    RequestPeople(
            RequestStore store,
            Decisions decisions,
            ChangeAccess access,
            PlanService plans,
            People people,
            CurrentPerson person) {
        this.store = store;
        this.decisions = decisions;
        this.access = access;
        this.plans = plans;
        this.people = people;
        this.person = person;
    }

    public List<Person> readers(long number) {
        var loaded = store.find(person.require(), number);
        var plan = plans.current().tree();
        return people.all().stream()
                .filter(one -> access.mayRead(one, loaded.request(), loaded.goals(), plan))
                .toList();
    }

    public Set<String> involved(long number) {
        var request = store.find(person.require(), number).request();
        var accounts = new HashSet<String>();
        accounts.add(request.author().account());
        if (request.submitter() != null) {
            accounts.add(request.submitter().account());
        }
        decisions
                .findByRequestIdOrderByDecidedAt(request.id())
                .forEach(decision -> accounts.add(decision.person().account()));
        return accounts;
    }
}
