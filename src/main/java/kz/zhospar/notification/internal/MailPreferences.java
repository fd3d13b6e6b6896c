package kz.zhospar.notification.internal;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface MailPreferences extends Repository<Preference, String> {

    Preference save(Preference preference);

    Optional<Preference> findById(String account);
}
