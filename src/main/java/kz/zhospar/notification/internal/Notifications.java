package kz.zhospar.notification.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.zhospar.notification.Mailing;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Notifications extends Repository<Notification, UUID> {

    Notification save(Notification notification);

    boolean existsById(UUID id);

    Optional<Notification> findByIdAndAccount(UUID id, String account);

    long countByAccountAndReadAtIsNull(String account);

    List<Notification> findByAccountAndReadAtIsNull(String account);

    List<Notification> findByAccountOrderByHappenedAtDescIdDesc(String account, Limit limit);

    /** What comes after one of the account's own notices, the newest first. */
    @Query("""
            select n from Notification n, Notification last
            where last.id = :last and last.account = :account and n.account = :account
              and (n.happenedAt < last.happenedAt or n.happenedAt = last.happenedAt and n.id < last.id)
            order by n.happenedAt desc, n.id desc
            """)
    List<Notification> after(String account, UUID last, Limit limit);

    List<Notification> findByLetterIdOrderByHappenedAt(UUID letterId);

    @Query("""
            select distinct n.account from Notification n
            where n.mailing = :mailing and n.letterId is null and n.happenedAt < :until
            """)
    List<String> accountsUnmailed(Mailing mailing, Instant until);

    List<Notification> findByAccountAndMailingAndLetterIdIsNullAndHappenedAtBefore(
            String account, Mailing mailing, Instant until);
}
