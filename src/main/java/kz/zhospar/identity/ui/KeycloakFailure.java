package kz.zhospar.identity.ui;

import static kz.zhospar.common.ui.Texts.t;

import java.io.Serializable;
import kz.zhospar.identity.internal.AccountNotSetUp;
import kz.zhospar.identity.internal.Keycloak;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;

/**
 * Why somebody who came back from Keycloak was not let in; kept in the session between the attempt and the page.
 *
 * @param problem what the account lacks; null when it is not the account
 */
record KeycloakFailure(boolean silent, AccountNotSetUp.@Nullable Problem problem) implements Serializable {
    static final String ATTRIBUTE = KeycloakFailure.class.getName();

    static KeycloakFailure of(AuthenticationException cause) {
        return cause instanceof AccountNotSetUp notSetUp
                ? new KeycloakFailure(false, notSetUp.problem())
                : new KeycloakFailure(Keycloak.isSilence(cause), null);
    }

    /** In the language of the screen. */
    String text() {
        if (problem == null) {
            return silent ? t("login.keycloak.unavailable") : t("login.keycloak.refused");
        }
        var lack = switch (problem.lack()) {
            case ROLE -> t("login.keycloak.lacks.role");
            case BODY -> t("login.keycloak.lacks.body");
            case ONE_BODY -> t("login.keycloak.lacks.one-body", problem.detail());
            case KNOWN_BODY -> t("login.keycloak.lacks.known-body", problem.detail());
            case CURATOR -> t("login.keycloak.lacks.curator");
            case KNOWN_CURATOR -> t("login.keycloak.lacks.known-curator", problem.detail());
        };
        return t("login.keycloak.not-set-up", problem.account(), lack);
    }
}
