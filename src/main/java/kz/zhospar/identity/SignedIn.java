package kz.zhospar.identity;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A principal of the security context that stands for a person, however that person signed in. */
public interface SignedIn {
    Person person();

    /** What the person's roles are called in rules. */
    default List<GrantedAuthority> authorities() {
        return person().roles().stream()
                .sorted()
                .map(Role::authority)
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
