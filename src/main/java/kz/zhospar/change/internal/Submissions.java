package kz.zhospar.change.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface Submissions extends Repository<Submission, UUID> {

    Submission save(Submission submission);

    Optional<Submission> findFirstByRequestIdAndRoundLessThanOrderByRoundDesc(UUID requestId, int round);
}
