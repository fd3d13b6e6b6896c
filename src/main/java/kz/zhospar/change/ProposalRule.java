package kz.zhospar.change;

import kz.zhospar.identity.Person;
import kz.zhospar.plan.Change;

/** A further condition for proposing a change, stated by another module. */
public interface ProposalRule {

    /**
     * @throws Refusal when the person may not propose the change now
     */
    void check(Person person, Change change);
}
