package kz.zhospar.identity.ui;

import static kz.zhospar.common.ui.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;

/**
 * An ordinary HTML form: the browser itself submits it, so password managers and the Enter key work.
 *
 * <p>Vaadin exempts the login address from the CSRF token, hence there is none here, and a page left open overnight
 * still signs in.
 */
@Tag("form")
class SignInForm extends HtmlContainer {
    static final String ACCOUNT = "username";
    static final String PASSWORD = "password";

    private final TextField account = new TextField(t("login.account"));
    private final PasswordField password = new PasswordField(t("login.password"));
    private final NativeButton submit = new NativeButton(t("login.submit"));

    SignInForm() {
        addClassName("z-login-form");
        getElement().setAttribute("method", "post").setAttribute("action", "login");
        name(account, ACCOUNT, "username");
        name(password, PASSWORD, "current-password");
        translateReveal();
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("z-login-submit");
        add(account, password, submit);
    }

    /** Puts a name in, so that only the password is left to type. */
    void fill(String accountName) {
        account.setValue(accountName);
    }

    /** Puts both in, so that only the Enter key is left to press. */
    void fill(String accountName, String accountPassword) {
        account.setValue(accountName);
        password.setValue(accountPassword);
        submit.focus();
    }

    void focusFirstEmpty() {
        if (account.isEmpty()) {
            account.focus();
        } else {
            password.focus();
        }
    }

    private static void name(Component field, String name, String autocomplete) {
        field.getElement()
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("autocapitalize", "none");
    }

    private void translateReveal() {
        password.getElement()
                .executeJs("this.i18n = Object.assign({}, this.i18n, {reveal: $0})", t("login.password.reveal"));
    }
}
