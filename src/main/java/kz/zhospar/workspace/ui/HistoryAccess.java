package kz.zhospar.workspace.ui;

import kz.zhospar.audit.HistoryService;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.ItemRef;

/** Whether there is a history to show. An administrator has no say in content and no way to ask for it. */
final class HistoryAccess {
    private HistoryAccess() {}

    static boolean of(CurrentPerson person, HistoryService histories, ItemRef ref) {
        return person.find().filter(one -> one.position() != Role.ADMIN).isPresent() && histories.mayRead(ref);
    }
}
