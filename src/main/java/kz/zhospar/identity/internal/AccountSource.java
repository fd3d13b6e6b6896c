package kz.zhospar.identity.internal;

import java.util.Locale;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Where accounts come from: the one switch {@code zhospar.accounts}. Without it Keycloak is used as soon as the settings
 * name one, and local accounts otherwise.
 */
public enum AccountSource {
    LOCAL,
    KEYCLOAK;

    static final String SWITCH = "zhospar.accounts";

    public static AccountSource of(Environment environment) {
        var named = environment.getProperty(SWITCH, "");
        if (named.isBlank()) {
            return KeycloakSettings.areGiven(environment) ? KEYCLOAK : LOCAL;
        }
        return switch (named.strip().toLowerCase(Locale.ROOT)) {
            case "local" -> LOCAL;
            case "keycloak" -> KEYCLOAK;
            default -> throw new AccountsException(SWITCH + " must be local or keycloak, not \"" + named + "\"");
        };
    }

    private abstract static class From implements Condition {
        private final AccountSource source;

        From(AccountSource source) {
            this.source = source;
        }

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return of(context.getEnvironment()) == source;
        }
    }

    /** Holds when people sign in with local accounts. */
    public static final class FromLocal extends From {
        public FromLocal() {
            super(LOCAL);
        }
    }

    /** Holds when people sign in with Keycloak. */
    public static final class FromKeycloak extends From {
        public FromKeycloak() {
            super(KEYCLOAK);
        }
    }
}
