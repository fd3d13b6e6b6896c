package kz.zhospar.identity;

import java.util.Arrays;
import java.util.Optional;

/** What a person may do; named as the roles of the identity server's realm. */
public enum Role {
    OFFICIAL(Roles.OFFICIAL),
    HEAD(Roles.HEAD),
    ECONOMY(Roles.ECONOMY),
    CURATOR(Roles.CURATOR),
    AKIM_OFFICE(Roles.AKIM_OFFICE),
    AUDITOR(Roles.AUDITOR),
    ADMIN(Roles.ADMIN);

    private final String key;

    Role(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** The name of the granted authority, with the prefix that {@code @RolesAllowed} expects. */
    public String authority() {
        return "ROLE_" + key;
    }

    public static Optional<Role> ofKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }
}
