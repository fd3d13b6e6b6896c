package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** A screen that failed. What failed is in the server's log, under the number that the reader sees. */
@PermitAll
class FailureView extends ErrorPart implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        var number = Failures.log(parameter.getException());
        say(t("shell.error.failed"), t("shell.error.failed.why", number));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
