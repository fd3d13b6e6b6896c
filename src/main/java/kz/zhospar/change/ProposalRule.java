package kz.zhospar.change;

import java.util.List;
import kz.zhospar.identity.Person;
import kz.zhospar.plan.Change;

/** A further condition for proposing a change, stated by another module. */
public interface ProposalRule {

    /**
     * @throws Refusal when the person may not propose the change now
     */
    void check(Person person, Change change);

    /**
     * Judges what is submitted as a whole, where one change depends on another.
     *
     * @throws Refusal when the person may not submit these changes together
     */
    default void checkSubmitted(Person person, List<Change> changes) {}
}
