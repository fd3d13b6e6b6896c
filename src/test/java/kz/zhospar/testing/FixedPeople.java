package kz.zhospar.testing;

import java.util.List;
import java.util.Optional;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;

/** A directory that stays as it is. */
public record FixedPeople(List<Person> all) implements People {

    @Override
    public Optional<Person> byAccount(String account) {
        return all.stream().filter(person -> person.account().equals(account)).findFirst();
    }
}
