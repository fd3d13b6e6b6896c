package kz.zhospar.notification;

import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import kz.zhospar.common.Language;
import kz.zhospar.identity.CurrentPerson;
import kz.zhospar.identity.Roles;
import kz.zhospar.notification.internal.MailRoute;
import kz.zhospar.notification.internal.NotificationStore;
import kz.zhospar.notification.internal.PreferenceStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the current person was told and how this person wants to be written to; nobody's else. */
@Service
@Transactional(readOnly = true)
@RolesAllowed({Roles.OFFICIAL, Roles.HEAD, Roles.ECONOMY, Roles.CURATOR, Roles.AKIM_OFFICE, Roles.AUDITOR, Roles.ADMIN})
public class NotificationService {

    /** The signal by which screens learn that something of an account has changed; its message is the account. */
    public static final String TOPIC = "notification";

    private final NotificationStore store;
    private final PreferenceStore preferences;
    private final MailRoute route;
    private final CurrentPerson person;

    NotificationService(NotificationStore store, PreferenceStore preferences, MailRoute route, CurrentPerson person) {
        this.store = store;
        this.preferences = preferences;
        this.route = route;
        this.person = person;
    }

    /** How many notices have not been read. */
    public long unread() {
        return store.unread(me());
    }

    /**
     * The newest first.
     *
     * @param before the notice after which the list goes on; from the beginning when null, empty when it is not mine
     */
    public List<ReceivedNotice> latest(@Nullable UUID before, int limit) {
        return store.latest(me(), before, limit);
    }

    /** Marks one notice as read; does nothing when it is not mine. */
    @Transactional
    public void read(UUID id) {
        store.read(me(), id);
    }

    @Transactional
    public void readAll() {
        store.readAll(me());
    }

    public Preferences preferences() {
        return route.describe(me(), preferences.of(me()));
    }

    /** Says when to write about things of a kind, from the next one on. */
    @Transactional
    public void choose(NoticeKind kind, Mailing mailing) {
        preferences.choose(me(), kind, mailing);
    }

    /** Says in which language to write. */
    @Transactional
    public void choose(Language language) {
        preferences.choose(me(), language);
    }

    private String me() {
        return person.require().account();
    }
}
