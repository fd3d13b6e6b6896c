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
    private final ChangeAccess access;
    private final PlanService plans;
    private final People people;
    private final CurrentPerson person;

    RequestPeople(RequestStore store, ChangeAccess access, PlanService plans, People people, CurrentPerson person) {
        this.store = store;
        this.access = access;
        this.plans = plans;
        this.people = people;
        this.person = person;
    }

    public List<Person> readers(long number) {
        var loaded = store.find(person.require(), number);
        return access.readers(people.all(), loaded, plans.current().tree());
    }

    public Set<String> involved(long number) {
        var loaded = store.find(person.require(), number);
        var request = loaded.request();
        var accounts = new HashSet<String>();
        accounts.add(request.author().account());
        accounts.add(request.writer().account());
        if (request.submitter() != null) {
            accounts.add(request.submitter().account());
        }
        loaded.decisions().forEach(decision -> accounts.add(decision.person().account()));
        return accounts;
    }
}
