package kz.zhospar.reporting.internal;

import jakarta.persistence.Embeddable;
import kz.zhospar.identity.Person;

/** A person as he was at one moment; never follows later changes. */
@Embeddable
public record Signature(String account, String name, String position) {

    public static Signature of(Person person) {
        return new Signature(person.account(), person.name(), person.position().key());
    }

    public boolean isOf(Person person) {
        return account.equals(person.account());
    }
}
