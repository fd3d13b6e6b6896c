package kz.zhospar.identity.internal;

import java.util.function.Predicate;
import kz.zhospar.identity.Person;

/** One account of the realm file, with what tells whether a password is the right one. */
record LocalAccount(Person person, Predicate<String> password) {
    /** Whether the password is the account name, as in the realm file that the product ships. */
    boolean isDemo() {
        return password.test(person.account());
    }

    @Override
    public String toString() {
        return "LocalAccount[" + person.account() + "]";
    }
}
