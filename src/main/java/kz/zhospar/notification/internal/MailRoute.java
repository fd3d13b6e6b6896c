package kz.zhospar.notification.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.identity.People;
import kz.zhospar.identity.Person;
import kz.zhospar.notification.MailReach;
import kz.zhospar.notification.NoticeKind;
import kz.zhospar.notification.Preferences;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Whether and where mail reaches an account. */
@Component
public class MailRoute {

    private final People people;
    private final MailSettings settings;
    private final boolean on;

    MailRoute(People people, MailSettings settings, ObjectProvider<JavaMailSender> sender) {
        this.people = people;
        this.settings = settings;
        this.on = sender.getIfAvailable() != null;
        if (on) {
            settings.requireSender();
        }
    }

    boolean isOn() {
        return on;
    }

    /** Where to write to; empty when mail is switched off or no address is known. */
    Optional<String> address(String account) {
        return on ? knownAddress(account) : Optional.empty();
    }

    private Optional<String> knownAddress(String account) {
        return people.byAccount(account).map(Person::email).filter(address -> !address.isBlank());
    }

    public Preferences describe(String account, Preference preference) {
        var address = knownAddress(account);
        return new Preferences(
                preference.language(),
                Arrays.stream(NoticeKind.values()).collect(Collectors.toMap(Function.identity(), preference::mailing)),
                reach(address.isPresent()),
                address.orElse(null),
                settings.digestAt());
    }

    private MailReach reach(boolean hasAddress) {
        if (!on) {
            return MailReach.SWITCHED_OFF;
        }
        return hasAddress ? MailReach.REACHED : MailReach.NO_ADDRESS;
    }
}
