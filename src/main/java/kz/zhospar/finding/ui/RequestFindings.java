package kz.zhospar.finding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import kz.zhospar.change.RequestDetails;
import kz.zhospar.change.ui.RequestPanel;
import kz.zhospar.finding.Subject;
import kz.zhospar.plan.Change;

/** Puts the findings on a request on its page. */
@SpringComponent
class RequestFindings implements RequestPanel {

    private final FindingTools tools;

    RequestFindings(FindingTools tools) {
        this.tools = tools;
    }

    @Override
    public Optional<Component> below(RequestDetails details) {
        return tools.on(
                        new Subject.OfRequest(details.number()),
                        details.summary().body())
                .map(Component.class::cast);
    }

    @Override
    public Optional<Component> beside(RequestDetails details, Change change) {
        return Optional.empty();
    }
}
