package kz.zhospar.audit.internal.question;

import java.util.List;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.Sign;
import org.springframework.stereotype.Component;

/** Each request stands once, at its last return. That it was born of a return, parted from another, is one of them. */
@Component
class ReturnedOften implements Inquiry {

    @Override
    public Question question() {
        return Question.RETURNED_OFTEN;
    }

    @Override
    public String candidates() {
        return "decision_aud c where c.verdict = 'RETURNED' and c.revtype = 0";
    }

    @Override
    public String hits() {
        return """
                select c.rev, c.id, returns.times
                from candidate c
                join %s
                cross join lateral (
                    select count(*) + case when me.origin is null then 0 else 1 end as times, max(o.rev) as last
                    from decision_aud o
                    where o.request_id = c.request_id and o.verdict = 'RETURNED' and o.revtype = 0
                ) returns
                where returns.times > 2 and returns.last = c.rev
                """.formatted(Sql.one("change_request", "me", "id = c.request_id"));
    }

    @Override
    public List<Sign> signs(Hit hit) {
        return List.of(new Sign.ReturnedOften((int) hit.number("times")));
    }
}
