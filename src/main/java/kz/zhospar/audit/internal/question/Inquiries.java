package kz.zhospar.audit.internal.question;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.zhospar.audit.Answer;
import kz.zhospar.audit.Question;
import kz.zhospar.revision.RevisionFilter;
import kz.zhospar.revision.RevisionRecord;
import kz.zhospar.revision.Revisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a question page by page, the newest first. A page looks at a bounded number of rows, however long the history
 * is: where little is conspicuous, it ends with what it found and says where to go on.
 */
@Component
public class Inquiries {

    /** How many candidates each statement of a page looks at: few where most are hits, more where hardly any is. */
    private static final int[] WINDOWS = {100, 200, 400, 800, 1600};

    private static final Answer.Place NEWEST = new Answer.Place(Long.MAX_VALUE, new UUID(-1, -1));

    private final Map<Question, Inquiry> inquiries = new EnumMap<>(Question.class);
    private final EntityManager entities;
    private final Revisions revisions;

    Inquiries(List<Inquiry> all, EntityManager entities, Revisions revisions) {
        all.forEach(inquiry -> inquiries.put(inquiry.question(), inquiry));
        this.entities = entities;
        this.revisions = revisions;
    }

    /** @param after where the page before ended; null for the first */
    public Answer.Page page(Question question, Answer.@Nullable Place after, int size) {
        var inquiry = inquiries.get(question);
        var found = new ArrayList<Hit>();
        var place = after == null ? NEWEST : after;
        for (int window : WINDOWS) {
            var rows = ask(inquiry, place, window);
            rows.stream().filter(Hit::isHit).forEach(found::add);
            if (found.size() >= size) {
                var more = found.size() > size || isFull(rows, window);
                return new Answer.Page(
                        answers(inquiry, found.subList(0, size)),
                        more ? found.get(size - 1).place() : null);
            }
            if (!isFull(rows, window)) {
                return new Answer.Page(answers(inquiry, found), null);
            }
            place = rows.getLast().place();
        }
        return new Answer.Page(answers(inquiry, found), place);
    }

    /** Whether there may be older candidates than those that were looked at. */
    private static boolean isFull(List<Hit> rows, int window) {
        return !rows.isEmpty() && rows.getLast().number("looked") == window;
    }

    /** The hits of a window and, always, its last candidate. */
    private List<Hit> ask(Inquiry inquiry, Answer.Place after, int window) {
        var query = entities.createNativeQuery(statement(inquiry), Tuple.class)
                .setParameter("rev", after.revision())
                .setParameter("id", after.row().toString())
                .setParameter("window", window);
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> new Hit((Tuple) row)).toList();
    }

    private static String statement(Inquiry inquiry) {
        return """
                with candidate as materialized (
                    select c.* from %s and (c.rev, c.id) < (:rev, cast(:id as uuid))
                    order by c.rev desc, c.id desc limit :window
                ), hit as materialized (
                    %s
                ), looked as materialized (
                    select count(*) as number from candidate
                ), edge as (
                    select c.rev, c.id from candidate c order by c.rev, c.id limit 1
                )
                select k.rev as place_rev, cast(k.id as text) as place_id, h.rev is not null as hit,
                    (select number from looked) as looked,
                    q.title, q.author_name, q.author_position, q.author_body, h.*
                from (select rev, id from hit union select rev, id from edge) k
                left join hit h on h.rev = k.rev and h.id = k.id
                left join %s
                left join %s
                order by k.rev desc, k.id desc
                """.formatted(
                        inquiry.candidates(),
                        inquiry.hits(),
                        Sql.one("revision", "n", "number = h.rev"),
                        Sql.one("change_request", "q", "number = n.request_number"));
    }

    private List<Answer> answers(Inquiry inquiry, List<Hit> hits) {
        var numbers =
                hits.stream().map(hit -> hit.place().revision()).distinct().toList();
        var made = numbers.isEmpty()
                ? Map.<Long, RevisionRecord>of()
                : revisions.find(RevisionFilter.NONE.among(numbers), numbers.size()).stream()
                        .collect(Collectors.toMap(RevisionRecord::number, Function.identity()));
        return hits.stream()
                .map(hit -> answer(inquiry, hit, made.get(hit.place().revision())))
                .toList();
    }

    private static Answer answer(Inquiry inquiry, Hit hit, RevisionRecord revision) {
        return new Answer(
                hit.place(),
                revision,
                isAboutValues(inquiry.question()) ? hit.value() : null,
                hit.stringOrNull("title"),
                hit.isNull("author_name")
                        ? null
                        : new Answer.Author(
                                hit.string("author_name"),
                                hit.string("author_position"),
                                hit.stringOrNull("author_body")),
                inquiry.signs(hit));
    }

    private static boolean isAboutValues(Question question) {
        return switch (question) {
            case TARGETS_EASED, TARGETS_LATE, FACTS_RESTATED, FACTS_LATE -> true;
            case HASTY_APPROVALS, TWO_POSITIONS, RETURNED_OFTEN -> false;
        };
    }
}
