package kz.zhospar.audit.internal.question;

import java.time.Duration;
import java.util.List;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.Sign;
import org.springframework.stereotype.Component;

/** What counts is when the approver first had the very content before him that he approved. */
@Component
class HastyApprovals implements Inquiry {

    @Override
    public Question question() {
        return Question.HASTY_APPROVALS;
    }

    @Override
    public String candidates() {
        return "decision_aud c where c.verdict = 'APPROVED' and c.revtype = 0";
    }

    @Override
    public String hits() {
        return """
                select c.rev, c.id, %s as seen_at, %s as earlier_at,
                    cast(extract(epoch from c.decided_at - opened.seen) as bigint) as seconds
                from candidate c
                cross join lateral (
                    select min(v.viewed_at) filter (where v.content_hash = c.content_hash) as seen,
                        max(v.viewed_at) as last
                    from viewing v
                    where v.request_id = c.request_id and v.person_account = c.person_account
                        and v.viewed_at <= c.decided_at
                ) opened
                where opened.seen is null or c.decided_at - opened.seen < interval '1 minute'
                """.formatted(Sql.micros("opened.seen"), Sql.micros("opened.last"));
    }

    @Override
    public List<Sign> signs(Hit hit) {
        if (!hit.isNull("seen_at")) {
            return List.of(new Sign.Hasty(Duration.ofSeconds(hit.number("seconds"))));
        }
        return List.of(
                hit.isNull("earlier_at") ? new Sign.NotOpened() : new Sign.EarlierContent(hit.instant("earlier_at")));
    }
}
