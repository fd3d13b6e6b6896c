package kz.zhospar.jotting.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

/** Everybody's jottings. */
public interface JottingStore extends Repository<Jotting, UUID> {

    Optional<Jotting> findByAccountAndKey(String account, String key);

    List<Jotting> findByAccountAndKeyStartingWith(String account, String prefix);

    List<Jotting> findBySavedAtBefore(Instant moment);

    void delete(Jotting jotting);

    /** In one statement, so that two sessions of one person never refuse each other. */
    @NativeQuery("""
            insert into jotting (id, account, jotting_key, text, saved_at)
            values (gen_random_uuid(), :account, :key, :text, :now)
            on conflict (account, jotting_key) do update set text = excluded.text, saved_at = excluded.saved_at
            returning id
            """)
    UUID keep(String account, String key, String text, Instant now);
}
