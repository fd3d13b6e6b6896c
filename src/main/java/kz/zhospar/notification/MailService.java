package kz.zhospar.notification;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import kz.zhospar.identity.Roles;
import kz.zhospar.notification.internal.DeadLetters;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the administrator sees and does where mail did not get through. */
@Service
@Transactional
@RolesAllowed(Roles.ADMIN)
public class MailService {

    /** The signal by which screens learn that a letter failed or got through after all. */
    public static final String TOPIC = "mail";

    private final DeadLetters letters;

    MailService(DeadLetters letters) {
        this.letters = letters;
    }

    /** Whether mail is sent at all. */
    @Transactional(readOnly = true)
    public boolean isOn() {
        return letters.isOn();
    }

    /** How many letters were given up. */
    @Transactional(readOnly = true)
    public long givenUp() {
        return letters.givenUp();
    }

    /** Those that were given up, the newest first, then those that have failed and are still tried by themselves. */
    @Transactional(readOnly = true)
    public List<UndeliveredLetter> undelivered(int limit) {
        return letters.undelivered(limit);
    }

    /** Tries a letter anew that was given up, from its first attempt on; does nothing to any other one. */
    public void sendAgain(UUID id) {
        letters.sendAgain(id);
    }

    /** Tries every letter anew that was given up, and says how many there were. */
    public int sendAllAgain() {
        return letters.sendAllAgain();
    }
}
