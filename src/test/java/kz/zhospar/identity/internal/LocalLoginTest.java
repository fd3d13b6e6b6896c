package kz.zhospar.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.InetAddress;
import java.time.Duration;
import kz.zhospar.SettableClock;
import kz.zhospar.identity.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

class LocalLoginTest {
    private static final LocalAccounts ACCOUNTS =
            new LocalAccounts(new ClassPathResource("realm-config/zhospar-realm.json"));

    private final SettableClock clock = new SettableClock();
    private final LocalAuthenticationProvider provider =
            new LocalAuthenticationProvider(ACCOUNTS, new LoginThrottle(clock));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "0:0:0:0:0:0:0:1", "::1"})
    void signsInFromThisMachine(String address) {
        var signedIn = provider.authenticate(attempt("uo-official", "uo-official", from(address)));

        assertThat(signedIn.isAuthenticated()).isTrue();
        assertThat(signedIn.getName()).isEqualTo("uo-official");
        assertThat(signedIn.getCredentials()).isNull();
        assertThat(signedIn.getAuthorities()).extracting("authority").containsExactly("ROLE_official");
        assertThat(signedIn.getPrincipal())
                .asInstanceOf(type(LocalPrincipal.class))
                .satisfies(principal -> assertThat(principal.person().body()).isEqualTo("uo"));
    }

    @Test
    void overlooksCapitalsAndSpacesInTheAccountName() {
        assertThat(provider.authenticate(attempt(" UO-Head ", "uo-head", from("::1")))
                        .getName())
                .isEqualTo("uo-head");
    }

    @Test
    void refusesAWrongPasswordAndAnUnknownAccountAlike() {
        var wrong = attempt("uo-official", "wrong", from("127.0.0.1"));
        var unknown = attempt("nobody", "nobody", from("127.0.0.1"));

        assertThatThrownBy(() -> provider.authenticate(wrong))
                .isExactlyInstanceOf(BadCredentialsException.class)
                .hasMessage("Unknown account or wrong password");
        assertThatThrownBy(() -> provider.authenticate(unknown))
                .isExactlyInstanceOf(BadCredentialsException.class)
                .hasMessage("Unknown account or wrong password");
    }

    @Test
    void refusesTheSixthAttemptEvenWithTheRightPassword() {
        for (var i = 0; i < 5; i++) {
            assertThatThrownBy(() -> provider.authenticate(attempt("uo-official", "wrong", from("::1"))))
                    .isInstanceOf(BadCredentialsException.class);
        }
        var right = attempt("uo-official", "uo-official", from("::1"));

        assertThatThrownBy(() -> provider.authenticate(right))
                .asInstanceOf(type(LoginSlowedException.class))
                .satisfies(slowed -> assertThat(slowed.remaining()).isEqualTo(Duration.ofSeconds(30)));
        clock.advance(Duration.ofSeconds(30));
        assertThat(provider.authenticate(right).isAuthenticated()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.5", "192.168.1.1", "2001:db8::1", "128.0.0.1", "localhost", ""})
    void refusesOtherMachines(String address) {
        assertThatThrownBy(() -> provider.authenticate(attempt("admin", "admin", from(address))))
                .isInstanceOf(LoginNotLocalException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void refusesWhatAProxyOnThisMachinePassesOn(String header) {
        var request = from("127.0.0.1");
        request.addHeader(header, "for=203.0.113.7");

        assertThatThrownBy(() -> provider.authenticate(attempt("admin", "admin", request)))
                .isInstanceOf(LoginNotLocalException.class);
    }

    @Test
    void refusesAnAttemptOfUnknownOrigin() {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated("admin", "admin");

        assertThatThrownBy(() -> provider.authenticate(attempt)).isInstanceOf(LoginNotLocalException.class);
    }

    @Test
    void refusesToStartOnAnAddressThatOthersReach() throws Exception {
        var everywhere = InetAddress.ofLiteral("0.0.0.0");
        var here = InetAddress.ofLiteral("127.0.0.1");

        assertThatThrownBy(() -> LocalAccountsConfiguration.refuseOpenAddress(everywhere))
                .isInstanceOf(AccountsException.class)
                .hasMessageContaining("server.address=0.0.0.0")
                .message()
                .hasLineCount(1);
        assertThatCode(() -> LocalAccountsConfiguration.refuseOpenAddress(here)).doesNotThrowAnyException();
    }

    @Test
    void signedInPersonIsTheCurrentOne() {
        var name = SignIn.as(
                SignIn.person("auditor"), () -> SignIn.current().require().account());

        assertThat(name).isEqualTo("auditor");
        assertThat(SignIn.current().find()).isEmpty();
    }

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private static Authentication attempt(String account, String password, MockHttpServletRequest request) {
        var attempt = UsernamePasswordAuthenticationToken.unauthenticated(account, password);
        attempt.setDetails(new LoginDetails(request));
        return attempt;
    }
}
