package kz.zhospar.seal;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import kz.zhospar.identity.Roles;
import org.springframework.stereotype.Service;

/** The chain of seals over the audit. Its head is open to anybody: who keeps it can tell later whether all is there. */
@Service
public class SealService {

    SealService() {}

    /** The newest seal; empty before the first. */
    @PermitAll
    public Optional<SealRecord> head() {
        throw new UnsupportedOperationException();
    }

    /** Seals with smaller numbers than one, the newest first. */
    @PermitAll
    public List<SealRecord> seals(long beforeNumber, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Seals what is committed and not yet sealed, and returns the head. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public Optional<SealRecord> sealNow() {
        throw new UnsupportedOperationException();
    }

    /** Verifies everything; takes a second or so for each 300,000 rows. */
    @RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
    public Verification verify() {
        throw new UnsupportedOperationException();
    }

    /**
     * Proves one row of the audit; empty when there is no such row or it is not yet sealed.
     *
     * @param table {@code revision} or an audit table such as {@code series_value_aud}
     * @param rowKey the id of the row, empty for the revision itself
     */
    @RolesAllowed({Roles.AKIM_OFFICE, Roles.AUDITOR})
    public Optional<InclusionProof> proof(long revision, String table, String rowKey) {
        throw new UnsupportedOperationException();
    }

    /** One line about the head for the foot of an export, in the reader's language; empty before the first seal. */
    @PermitAll
    public Optional<String> line() {
        throw new UnsupportedOperationException();
    }
}
