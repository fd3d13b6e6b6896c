package kz.zhospar.jotting;

import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.zhospar.common.PlainText;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.jotting.internal.Jotting;
import kz.zhospar.jotting.internal.JottingStore;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the current person typed and did not send yet, each text under a key of its own such as {@code reason/12/RETURN}.
 * Nobody else can read it. What has not been touched for 90 days is forgotten.
 */
@Service
@Transactional
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR, Roles.ADMIN})
public class Jottings {

    /** Longer keys would be a mistake of the screen that made them. */
    private static final int LONGEST_KEY = 200;

    private static final int LONGEST_TEXT = 20_000;

    private final JottingStore store;
    private final CurrentPerson person;
    private final Clock clock;

    Jottings(JottingStore store, CurrentPerson person, Clock clock) {
        this.store = store;
        this.person = person;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<String> find(String key) {
        return store.findByAccountAndKey(account(), checked(key)).map(Jotting::text);
    }

    /** The keys under which something is kept, of those that begin alike. */
    @Transactional(readOnly = true)
    public Set<String> keys(String prefix) {
        var keys = new TreeSet<String>();
        store.findByAccountAndKeyStartingWith(account(), checked(prefix)).forEach(jotting -> keys.add(jotting.key()));
        return keys;
    }

    /**
     * Keeps a text in place of what was kept before; a blank one only drops that. Of two sessions the later one wins.
     *
     * @throws JottingTooLong above 20 000 characters
     */
    public void keep(String key, String text) {
        if (text.isBlank()) {
            drop(key);
            return;
        }
        if (text.length() > LONGEST_TEXT) {
            throw new JottingTooLong(LONGEST_TEXT);
        }
        store.keep(account(), checked(key), PlainText.storable(text), clock.instant());
    }

    public void drop(String key) {
        store.findByAccountAndKey(account(), checked(key)).ifPresent(store::delete);
    }

    private String account() {
        return person.require().account();
    }

    private static String checked(String key) {
        if (key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("A key has at most " + LONGEST_KEY + " characters: " + key);
        }
        return PlainText.storable(key);
    }
}
