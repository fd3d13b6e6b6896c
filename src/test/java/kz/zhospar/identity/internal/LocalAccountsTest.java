package kz.zhospar.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import kz.zhospar.identity.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

class LocalAccountsTest {
    private static final LocalAccounts ACCOUNTS =
            new LocalAccounts(new ClassPathResource("realm-config/zhospar-realm.json"));

    /** The keys of {@code bodies.json}. */
    static List<String> bodies() {
        return List.of(
                ("ue uf uoz uk uo ugpiu ugm us-sport us-construction ueiv uzisp urki upii uor ut ueios ump usb uki oryaio"
                                + " cra uc uit uzo dp dchs der dep-ecology ales seismology akim-office district-akimats"
                                + " abp")
                        .split(" "));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void givesEveryBodyAnOfficialAndAHead(String body) {
        assertThat(ACCOUNTS.holding(Role.OFFICIAL, body))
                .extracting(Person::account)
                .contains(body + "-official");
        assertThat(ACCOUNTS.holding(Role.HEAD, body))
                .extracting(Person::account)
                .contains(body + "-head");
    }

    @Test
    void knowsWhereMailReachesEverybody() {
        assertThat(ACCOUNTS.all())
                .allSatisfy(person -> assertThat(person.email()).isEqualTo(person.account() + "@zhospar.invalid"));
    }

    @ParameterizedTest
    @CsvSource({
        "curator-1,abdykadyrov",
        "curator-2,amrin",
        "curator-3,nusupova",
        "curator-4,kyrykbaev",
        "curator-5,nurkhanuly",
        "curator-6,sukhanbekov"
    })
    void givesEveryCuratorAnAccount(String account, String curator) {
        assertThat(ACCOUNTS.byAccount(account)).get().satisfies(person -> {
            assertThat(person.roles()).containsExactly(Role.CURATOR);
            assertThat(person.curator()).isEqualTo(curator);
        });
    }

    @Test
    void hasSomebodyForEveryRole() {
        assertThat(Role.values()).noneMatch(role -> ACCOUNTS.holding(role, null).isEmpty());
    }

    @Test
    void namesPeopleAsTheRealmFileDoes() {
        assertThat(ACCOUNTS.byAccount("uo-official"))
                .contains(new Person(
                        "uo-official",
                        "Мадина Жумабаева",
                        Set.of(Role.OFFICIAL),
                        "uo",
                        null,
                        "uo-official@zhospar.invalid"));
    }

    @Test
    void agreesWithThePersonsThatTestsSignInAs() {
        assertThat(ACCOUNTS.all())
                .allSatisfy(person -> assertThat(SignIn.person(person.account()))
                        .usingRecursiveComparison()
                        .ignoringFields("name")
                        .isEqualTo(person));
    }

    @Test
    void acceptsTheRightPasswordOnly() {
        assertThat(ACCOUNTS.check("uo-head", "uo-head")).isPresent();
        assertThat(ACCOUNTS.check("uo-head", "uo-official")).isEmpty();
        assertThat(ACCOUNTS.check("uo-head", "")).isEmpty();
        assertThat(ACCOUNTS.check("uo-head", "x".repeat(1000))).isEmpty();
        assertThat(ACCOUNTS.check("nobody", "nobody")).isEmpty();
        assertThat(ACCOUNTS.isDemo("uo-head")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not JSON | is not a realm export",
                "{} | has no users",
                "{'users':[{'username':'a','realmRoles':['auditor']}]} | account \"a\" has no password",
                "{'users':[{'username':'a','credentials':[{'type':'password','value':'p'}]}]} | \"a\" has none of the roles",
                "{'users':[{'username':'a','realmRoles':['head'],'credentials':[{'type':'password','value':'p'}]}]} | \"a\" is an official or a head but belongs to no body",
                "{'users':[{'username':'a','realmRoles':['curator'],'credentials':[{'type':'password','value':'p'}]}]} | \"a\" is a curator but has no attribute",
                "{'users':[{'username':'a','realmRoles':['head'],'groups':['/bodies/x','/bodies/y']}]} | \"a\" belongs to several bodies: x, y",
                "{'users':[{'username':'A','realmRoles':['auditor']}]} | \"A\" must be written in lower case",
                "{'users':[{'username':'a','realmRoles':['auditor'],'credentials':[{'type':'password','value':'p'}]},{'username':'a','realmRoles':['auditor'],'credentials':[{'type':'password','value':'p'}]}]} | \"a\" is there twice"
            })
    void saysWhatIsWrongWithABrokenFile(String fileAndReason) {
        var parts = fileAndReason.split(" \\| ");

        assertThatThrownBy(() -> new LocalAccounts(file(parts[0])))
                .isInstanceOf(AccountsException.class)
                .hasMessageStartingWith("broken.json")
                .hasMessageContaining(parts[1])
                .message()
                .hasLineCount(1);
    }

    @Test
    void leavesOutDisabledAccountsAndThoseOfServices() {
        var accounts = new LocalAccounts(file("""
                {'users':[{'username':'gone','enabled':false},{'username':'bot','serviceAccountClientId':'api'},
                {'username':'a','realmRoles':['auditor','offline_access'],
                 'credentials':[{'type':'password','value':'p'}]}]}"""));

        assertThat(accounts.all()).extracting(Person::account).containsExactly("a");
        assertThat(accounts.isDemo("a")).isFalse();
    }

    private static Resource file(String json) {
        return new ByteArrayResource(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)) {
            @Override
            public String getFilename() {
                return "broken.json";
            }
        };
    }

    @Test
    void neverShowsAPassword() {
        var user = Objects.requireNonNull(RealmFile.read(file(
                                "{'users':[{'username':'a','credentials':[{'type':'password','value':'secret'}]}]}"))
                        .users())
                .getFirst();

        assertThat(user.toString()).doesNotContain("secret");
    }
}
