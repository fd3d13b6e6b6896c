package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Optional;
import java.util.stream.Stream;
import kz.zhospar.change.ui.Refusals;
import kz.zhospar.common.ui.Outages;
import kz.zhospar.common.ui.Ui;
import kz.zhospar.plan.PlanService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Tells what became of a click or an entry that failed. The screen stays, with all that was typed into it. */
@Component
class FailedAction implements VaadinServiceInitListener, ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedAction.class);
    private static final int DEEPEST = 20;

    private final transient PlanService plans;

    FailedAction(PlanService plans) {
        this.plans = plans;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(this));
    }

    @Override
    public void error(ErrorEvent event) {
        var failure = event.getThrowable();
        if (UI.getCurrent() == null) {
            Failures.log(failure);
            return;
        }
        var refusal = causes(failure)
                .filter(cause -> Refusals.explain(cause, plans.current()).isPresent())
                .findFirst();
        if (refusal.isPresent()) {
            Refusals.tell((RuntimeException) refusal.get(), plans.current());
        } else {
            Ui.warn(known(failure)
                    .or(() -> outage(failure))
                    .orElseGet(() -> t("shell.error.action", Failures.log(failure))));
        }
    }

    private static Optional<String> known(Throwable failure) {
        return causes(failure)
                .flatMap(cause -> switch (cause) {
                    case AccessDeniedException _ -> Stream.of(t("shell.error.denied"));
                    case AuthenticationException _ -> Stream.of(t("shell.error.signed-out"));
                    default -> Stream.<String>empty();
                })
                .findFirst();
    }

    private static Optional<String> outage(Throwable failure) {
        var outage = Outages.explain(failure);
        outage.ifPresent(_ -> LOG.warn("An action was not done: {}", failure.getMessage()));
        return outage;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
