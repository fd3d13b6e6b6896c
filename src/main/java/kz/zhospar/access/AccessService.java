package kz.zhospar.access;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import kz.zhospar.access.internal.AccessEvents;
import kz.zhospar.identity.Roles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the record of access, which holds addresses and browsers of people and so is for few. */
@Service
@Transactional(readOnly = true)
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
public class AccessService {

    private final AccessEvents events;

    AccessService(AccessEvents events) {
        this.events = events;
    }

    /** The newest records that a filter lets through, at most {@code limit} of them. */
    public List<AccessRecord> find(AccessFilter filter, int limit) {
        return events.find(filter, limit);
    }
}
