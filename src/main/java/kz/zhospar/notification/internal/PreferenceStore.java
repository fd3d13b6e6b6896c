package kz.zhospar.notification.internal;

import kz.zhospar.common.Language;
import kz.zhospar.notification.Mailing;
import kz.zhospar.notification.NoticeKind;
import org.springframework.stereotype.Component;

/** The preferences of all accounts; one who has chosen nothing has no row. */
@Component
public class PreferenceStore {

    private final MailPreferences preferences;

    PreferenceStore(MailPreferences preferences) {
        this.preferences = preferences;
    }

    public Preference of(String account) {
        return preferences.findById(account).orElseGet(() -> new Preference(account));
    }

    public void choose(String account, NoticeKind kind, Mailing mailing) {
        var preference = of(account);
        preference.choose(kind, mailing);
        preferences.save(preference);
    }

    public void choose(String account, Language language) {
        var preference = of(account);
        preference.choose(language);
        preferences.save(preference);
    }
}
