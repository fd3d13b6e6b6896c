package kz.zhospar.change.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface Substitutions extends Repository<Substitution, UUID> {

    Substitution save(Substitution substitution);

    Optional<Substitution> findById(UUID id);

    @Query("select s from Substitution s where s.holder.account = :account order by s.firstDay desc")
    List<Substitution> ofHolder(String account);

    @Query("select s from Substitution s where s.substitute.account = :account order by s.firstDay desc")
    List<Substitution> ofSubstitute(String account);

    @Query("""
            select s from Substitution s
            where s.endedAt is null and s.firstDay <= :day and s.lastDay >= :day
            order by s.firstDay, s.holder.account
            """)
    List<Substitution> runningOn(LocalDate day);

    @Query("select s from Substitution s order by s.firstDay desc")
    List<Substitution> everything();
}
