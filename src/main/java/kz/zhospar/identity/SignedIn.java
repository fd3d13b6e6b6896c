package kz.zhospar.identity;

/** A principal of the security context that stands for a person, however that person signed in. */
public interface SignedIn {
    Person person();
}
