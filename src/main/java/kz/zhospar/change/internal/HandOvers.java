package kz.zhospar.change.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

public interface HandOvers extends Repository<HandOver, UUID> {

    HandOver save(HandOver handOver);

    /** The newest first, of one body or of all. */
    @Query("select h from HandOver h where :all = true or h.leaver.body = :body order by h.handedAt desc")
    List<HandOver> find(boolean all, @Nullable String body);
}
