package kz.zhospar.change;

/** The position that decides at one step of a route; who holds it is found when the step is reached. */
public enum Step {
    /** The head of the author's body. */
    HEAD,
    ECONOMY,
    /** A curator of a goal that the request touches. */
    CURATOR,
    AKIM_OFFICE
}
