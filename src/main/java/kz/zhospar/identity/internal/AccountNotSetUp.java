package kz.zhospar.identity.internal;

import java.io.Serializable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Somebody has an account in Keycloak, but it does not say enough for a part in the plan. */
public class AccountNotSetUp extends OAuth2AuthenticationException {

    /** What the administrator has to put right. */
    public enum Lack {
        ROLE,
        BODY,
        ONE_BODY,
        KNOWN_BODY,
        CURATOR,
        KNOWN_CURATOR
    }

    /**
     * @param detail which bodies or which curator the account names; empty when it names none
     */
    public record Problem(Lack lack, String account, String detail) implements Serializable {}

    private final Problem problem;

    AccountNotSetUp(Problem problem) {
        super(
                new OAuth2Error("account_not_set_up"),
                "%s: %s %s".formatted(problem.account, problem.lack, problem.detail));
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
