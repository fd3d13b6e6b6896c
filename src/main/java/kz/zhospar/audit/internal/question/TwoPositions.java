package kz.zhospar.audit.internal.question;

import java.util.ArrayList;
import java.util.List;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.Sign;
import org.springframework.stereotype.Component;

/** Within a round the rules forbid it; over rounds, and over requests that were parted, it can happen. */
@Component
class TwoPositions implements Inquiry {

    @Override
    public Question question() {
        return Question.TWO_POSITIONS;
    }

    @Override
    public String candidates() {
        return "decision_aud c where c.revtype = 0";
    }

    @Override
    public String hits() {
        return """
                select c.rev, c.id, c.principal_name, c.principal_position, c.principal_body,
                    other.position as other_position, other.body as other_body, %s as other_at
                from candidate c
                join %s
                left join lateral (
                    select coalesce(o.principal_position, o.person_position) as position,
                        coalesce(o.principal_body, o.person_body) as body, o.decided_at
                    from change_request near
                    join decision_aud o on o.request_id = near.id and o.revtype = 0 and o.rev < c.rev
                    where (near.id = me.id or near.number = me.origin or near.origin = me.number)
                        and o.person_account = c.person_account
                        and (o.step, coalesce(o.principal_account, ''))
                            is distinct from (c.step, coalesce(c.principal_account, ''))
                    order by o.rev desc limit 1
                ) other on true
                where c.principal_account is not null or other.position is not null
                """.formatted(Sql.micros("other.decided_at"), Sql.one("change_request", "me", "id = c.request_id"));
    }

    @Override
    public List<Sign> signs(Hit hit) {
        var signs = new ArrayList<Sign>();
        if (!hit.isNull("principal_name")) {
            signs.add(new Sign.AsSubstitute(
                    hit.string("principal_name"),
                    hit.string("principal_position"),
                    hit.stringOrNull("principal_body")));
        }
        if (!hit.isNull("other_position")) {
            signs.add(new Sign.AlsoAs(
                    hit.string("other_position"), hit.stringOrNull("other_body"), hit.instant("other_at")));
        }
        return signs;
    }
}
