package kz.zhospar.identity.internal;

import kz.zhospar.identity.Person;

/**
 * One account of the realm file.
 *
 * @param demo whether the password is the account name, as in the realm file that the product ships
 */
record LocalAccount(Person person, String passwordHash, boolean demo) {
    @Override
    public String toString() {
        return "LocalAccount[" + person.account() + "]";
    }
}
