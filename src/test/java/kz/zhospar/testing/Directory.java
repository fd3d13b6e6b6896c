package kz.zhospar.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;

/** The directory of the shipped accounts, to which a test may add people and which they may leave. */
public final class Directory implements People {
    private final People shipped;
    private final Map<String, Person> people = new TreeMap<>();

    Directory(People shipped) {
        this.shipped = shipped;
        reset();
    }

    public void reset() {
        people.clear();
        shipped.all().forEach(this::add);
    }

    public void add(Person person) {
        people.put(person.account(), person);
    }

    public void remove(String account) {
        people.remove(account);
    }

    @Override
    public List<Person> all() {
        return List.copyOf(people.values());
    }

    @Override
    public Optional<Person> byAccount(String account) {
        return Optional.ofNullable(people.get(account));
    }
}
