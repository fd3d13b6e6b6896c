package kz.zhospar.change;

import kz.zhospar.identity.Role;

/** The position that decides at one step of a route; who holds it is found when the step is reached. */
public enum Step {
    /** The head of the author's body. */
    HEAD(Role.HEAD),
    ECONOMY(Role.ECONOMY),
    /** A curator of a goal that the request touches. */
    CURATOR(Role.CURATOR),
    AKIM_OFFICE(Role.AKIM_OFFICE);

    private final Role role;

    Step(Role role) {
        this.role = role;
    }

    /** The role of those who hold the position. */
    public Role role() {
        return role;
    }
}
