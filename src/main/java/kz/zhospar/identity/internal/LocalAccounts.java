package kz.zhospar.identity.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import org.springframework.core.io.Resource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The accounts of the default run, from the realm file that the identity server imports too. */
public final class LocalAccounts implements People {
    // Some 15 ms for each password that the file has as it is. They are open to this machine alone.
    private static final int STRENGTH = 8;
    private static final int LONGEST_PASSWORD = 72;

    private final Map<String, LocalAccount> accounts;
    private final List<Person> people;
    private final LocalAccount nobody;

    LocalAccounts(Resource file) {
        var read = new LocalAccountReader(file, new BCryptPasswordEncoder(STRENGTH)).read();
        accounts = Map.copyOf(read);
        people = read.values().stream().map(LocalAccount::person).toList();
        nobody = read.firstEntry().getValue();
    }

    @Override
    public List<Person> all() {
        return people;
    }

    @Override
    public Optional<Person> byAccount(String account) {
        return Optional.ofNullable(accounts.get(account)).map(LocalAccount::person);
    }

    /** Whether the password of an account is its name. */
    public boolean isDemo(String account) {
        var found = accounts.get(account);
        return found != null && found.isDemo();
    }

    /** Checks a password; an account that is not there takes the same work as a wrong password. */
    Optional<Person> check(String account, String password) {
        var found = Optional.ofNullable(accounts.get(account));
        var short72 = password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PASSWORD;
        var right = found.orElse(nobody).password().test(short72 ? password : "");
        return right && short72 ? found.map(LocalAccount::person) : Optional.empty();
    }
}
