package kz.zhospar.identity.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people that Keycloak has described, each as of the last time. */
@Transactional
interface KnownPeople extends Repository<KnownPerson, String> {

    @Transactional(readOnly = true)
    List<KnownPerson> findAllByOrderByNameAscAccountAsc();

    /** In one statement, so that two nodes never refuse each other. */
    @NativeQuery("""
            insert into known_person (account, name, roles, body, curator, email, described_at)
            values (:account, :name, :roles, :body, :curator, :email, :now)
            on conflict (account) do update set name = excluded.name, roles = excluded.roles, body = excluded.body,
                curator = excluded.curator, email = excluded.email, described_at = excluded.described_at
            returning account
            """)
    String keep(
            String account,
            String name,
            String roles,
            @Nullable String body,
            @Nullable String curator,
            @Nullable String email,
            Instant now);

    void deleteByAccount(String account);
}
