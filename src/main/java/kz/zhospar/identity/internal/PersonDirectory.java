package kz.zhospar.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.identity.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The directory of the people whom Keycloak knows: those who have signed in and, where the application may ask for them,
 * all others. It lies in the database, so it is there when Keycloak is not.
 */
class PersonDirectory implements People {
    private static final Logger LOG = LoggerFactory.getLogger(PersonDirectory.class);

    /** Other nodes write too. */
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final KnownPeople known;
    private final Clock clock;
    private volatile Known last = new Known(Instant.MIN, List.of(), Map.of());
    private volatile Runnable whenMissed = () -> {};

    PersonDirectory(KnownPeople known, Clock clock) {
        this.known = known;
        this.clock = clock;
    }

    /** What to do when somebody was looked for and not found. */
    void whenMissed(Runnable search) {
        whenMissed = search;
    }

    @Override
    public List<Person> all() {
        return current().people;
    }

    @Override
    public Optional<Person> byAccount(String account) {
        return Optional.ofNullable(current().byAccount.get(account));
    }

    @Override
    public List<Person> holding(Role role, @Nullable String body) {
        var found = People.super.holding(role, body);
        if (found.isEmpty()) {
            whenMissed.run();
        }
        return found;
    }

    private Known current() {
        var now = clock.instant();
        if (last.at.plus(FRESH).isBefore(now)) {
            var people = known.findAllByOrderByNameAscAccountAsc().stream()
                    .map(KnownPerson::person)
                    .flatMap(Optional::stream)
                    .toList();
            last = new Known(now, people, byAccount(people));
        }
        return last;
    }

    private static Map<String, Person> byAccount(Collection<Person> people) {
        return people.stream().collect(Collectors.toUnmodifiableMap(Person::account, Function.identity()));
    }

    /** Keeps a person as just described. */
    void saw(Person person) {
        if (!byAccount(person.account()).equals(Optional.of(person))) {
            keep(person);
            forget();
        }
    }

    /** Takes over the whole directory: whoever is not in it any more is found no longer. */
    void becomes(Collection<Person> people) {
        forget();
        var before = current().byAccount;
        var after = byAccount(people);
        people.stream()
                .filter(person -> !person.equals(before.get(person.account())))
                .forEach(this::keep);
        var gone = before.keySet().stream()
                .filter(account -> !after.containsKey(account))
                .toList();
        gone.forEach(known::deleteByAccount);
        forget();
        if (!gone.isEmpty() || !before.equals(after)) {
            LOG.info("The directory has {} people; {} have left it", after.size(), gone.size());
        }
    }

    private void keep(Person person) {
        known.keep(
                person.account(),
                person.name(),
                KnownPerson.roles(person),
                person.body(),
                person.curator(),
                person.email(),
                clock.instant());
    }

    private void forget() {
        last = new Known(Instant.MIN, List.of(), Map.of());
    }

    private record Known(Instant at, List<Person> people, Map<String, Person> byAccount) {}
}
