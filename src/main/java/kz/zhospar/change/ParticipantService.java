package kz.zhospar.change;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import kz.zhospar.change.internal.RequestPeople;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people around a request that the current person may read. */
@Service
@Transactional(readOnly = true)
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR})
public class ParticipantService {

    private final RequestPeople people;

    ParticipantService(RequestPeople people) {
        this.people = people;
    }

    /**
     * Everybody who may read the request, ordered by account.
     *
     * @throws Refusal NOT_FOUND when there is none that the current person may see
     */
    public List<Person> readers(long number) {
        return people.readers(number);
    }

    /**
     * The accounts of those who wrote, submitted or decided on the request.
     *
     * @throws Refusal NOT_FOUND when there is none that the current person may see
     */
    public Set<String> involved(long number) {
        return people.involved(number);
    }
}
