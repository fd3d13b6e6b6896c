package kz.zhospar.testing;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.internal.LocalAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The accounts of the realm file and some more: colleagues in one post, and somebody with two posts. */
@TestConfiguration(proxyBeanMethods = false)
public class MorePeople {

    private static final int COLLEAGUES = 4;

    @Bean
    @Primary
    People morePeople(LocalAccounts accounts) {
        return new FixedPeople(Stream.concat(accounts.all().stream(), added()).toList());
    }

    private static Stream<Person> added() {
        return Stream.of(
                        Stream.of(
                                one("lab-official", Set.of(Role.OFFICIAL), "lab"),
                                one("lab-chief", Set.of(Role.HEAD, Role.ECONOMY), "lab")),
                        colleagues("uo-official", Role.OFFICIAL, "uo"),
                        colleagues("uk-official", Role.OFFICIAL, "uk"))
                .flatMap(Function.identity());
    }

    private static Stream<Person> colleagues(String account, Role role, @Nullable String body) {
        return IntStream.rangeClosed(2, COLLEAGUES + 1)
                .mapToObj(number -> one(account + "-" + number, Set.of(role), body));
    }

    private static Person one(String account, Set<Role> roles, @Nullable String body) {
        return new Person(account, account, roles, body, null);
    }
}
