package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import kz.zhospar.common.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A screen that failed. What failed is in the server's log, under the number that the reader sees; an outage of the
 * database needs no number.
 */
@PermitAll
class FailureView extends ErrorPart implements HasErrorParameter<Exception> {

    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var failure = parameter.getException();
        if (Outage.of(failure).isPresent()) {
            LOG.warn("A screen was not shown: {}", failure.getMessage());
            say(t("shell.error.outage"), t("shell.error.outage.why"));
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        var number = Failures.log(failure);
        say(t("shell.error.failed"), t("shell.error.failed.why", number));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
