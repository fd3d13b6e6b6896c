package kz.zhospar.identity.internal;

import java.net.InetAddress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;

/**
 * Local accounts, used unless the settings name another way to sign in.
 *
 * <p>Their passwords are no secret, so the server must not be reachable from other machines while they are on, nor be one
 * that is used in earnest.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(AccountSource.FromLocal.class)
class LocalAccountsConfiguration {
    @Bean
    LocalAccounts localAccounts(
            @Value("${zhospar.realm-file:classpath:realm-config/zhospar-realm.json}") Resource file,
            @Value("${server.address:#{null}}") @Nullable InetAddress address,
            Environment environment) {
        refuseOpenAddress(address);
        refuseProduction(environment);
        return new LocalAccounts(file);
    }

    @Bean
    LocalAuthenticationProvider localAuthenticationProvider(LocalAccounts accounts, ObjectProvider<Clock> clock) {
        return new LocalAuthenticationProvider(accounts, new LoginThrottle(clock.getIfAvailable(Clock::systemUTC)));
    }

    /** Without an address the server would listen on all of them. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackUnlessToldOtherwise(
            @Value("${server.address:#{null}}") @Nullable InetAddress address) {
        return server -> {
            if (address == null) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }

    static void refuseProduction(Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new AccountsException("The profile production does not go with local accounts, whose passwords are no"
                    + " secret; set zhospar.accounts=keycloak and the address of Keycloak");
        }
    }

    static void refuseOpenAddress(@Nullable InetAddress address) {
        if (address != null && !address.isLoopbackAddress()) {
            throw new AccountsException(("server.address=%s would open the local accounts, whose passwords are no"
                            + " secret, to other machines; use 127.0.0.1 or an identity server")
                    .formatted(address.getHostAddress()));
        }
    }
}
