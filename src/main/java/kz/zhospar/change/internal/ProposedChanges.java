package kz.zhospar.change.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.zhospar.change.RequestState;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProposedChanges extends Repository<ProposedChange, UUID> {

    ProposedChange save(ProposedChange change);

    void delete(ProposedChange change);

    List<ProposedChange> findByRequestIdOrderByPosition(UUID requestId);

    List<ProposedChange> findByRequestIdInOrderByPosition(Collection<UUID> requestIds);

    /** The changes of each request in their order, by its id; nothing for those that propose none. */
    default Map<UUID, List<ProposedChange>> byRequest(Collection<ChangeRequest> requests) {
        return findByRequestIdInOrderByPosition(
                        requests.stream().map(ChangeRequest::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ProposedChange::requestId));
    }

    @Query("""
            select c from ProposedChange c, ChangeRequest r
            where c.requestId = r.id and c.change.itemId = :item and c.change.kind = :kind and r.state = :state
            order by r.closedAt desc
            """)
    List<ProposedChange> removalsOf(UUID item, StoredChange.Kind kind, RequestState state);

    @Query("""
            select c from ProposedChange c, ChangeRequest r
            where c.requestId = r.id and c.change.goalId = :goalId and r.state = :state
            """)
    List<ProposedChange> ofGoal(UUID goalId, RequestState state);

    /** Where the plan was changed after one revision and up to another, each place with the last revision that did. */
    @Query("""
            select new kz.zhospar.change.internal.LastTouch(
                c.change.itemType, c.change.itemId, c.change.attribute, c.change.year, max(v.number))
            from Revision v, ChangeRequest r, ProposedChange c
            where v.kind = APPLY and v.number > :after and v.number <= :upTo
              and r.number = v.request and c.requestId = r.id
            group by c.change.itemType, c.change.itemId, c.change.attribute, c.change.year
            """)
    List<LastTouch> lastTouches(long after, long upTo);
}
