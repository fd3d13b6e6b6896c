package kz.zhospar.identity.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import kz.zhospar.identity.CurrentPerson;

/** Somewhere to be sent to after signing in. */
@Route(value = "test/secured", autoLayout = false)
@PermitAll
public class SecuredTestView extends Div implements HasUrlParameter<String> {
    SecuredTestView(CurrentPerson person, AuthenticationContext authentication) {
        add(new Div(person.require().name()), new NativeButton("Выйти", e -> authentication.logout()));
    }

    @Override
    public void setParameter(BeforeEvent event, String item) {
        add(new Div("Показатель " + item));
    }
}
