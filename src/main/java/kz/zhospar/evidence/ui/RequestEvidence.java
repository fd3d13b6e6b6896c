package kz.zhospar.evidence.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.ui.RequestPanel;
import kz.zhospar.common.ui.Texts;
import kz.zhospar.evidence.EvidenceService;
import kz.zhospar.evidence.EvidenceSubject;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Role;
import kz.zhospar.plan.Change;

/** Lets auditors take along the evidence on a request. */
@SpringComponent
class RequestEvidence implements RequestPanel {

    private final EvidenceService evidence;
    private final CurrentPerson person;

    RequestEvidence(EvidenceService evidence, CurrentPerson person) {
        this.evidence = evidence;
        this.person = person;
    }

    @Override
    public Optional<Component> below(RequestDetails details) {
        if (!person.require().is(Role.AUDITOR)) {
            return Optional.empty();
        }
        var link = new EvidenceLink(evidence, Texts.language(), () -> new EvidenceSubject.OfRequest(details.number()));
        var part = new Section(new H2(t("evidence.page")), link);
        part.addClassNames("z-card", "ev-part");
        return Optional.of(part);
    }

    @Override
    public Optional<Component> beside(RequestDetails details, Change change) {
        return Optional.empty();
    }
}
