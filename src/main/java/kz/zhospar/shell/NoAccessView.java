package kz.zhospar.shell;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import kz.zhospar.access.AccessTrail;

/** A screen that the reader's position has no part in. */
@PermitAll
class NoAccessView extends ErrorPart implements HasErrorParameter<AccessDeniedException> {

    private final AccessTrail trail;

    NoAccessView(AccessTrail trail) {
        this.trail = trail;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        trail.refused("/" + event.getLocation().getPath());
        say(t("shell.error.no-access"), t("shell.error.no-access.why"));
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
