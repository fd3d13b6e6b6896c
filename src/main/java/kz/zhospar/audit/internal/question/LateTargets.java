package kz.zhospar.audit.internal.question;

import java.util.ArrayList;
import java.util.List;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.Sign;
import kz.zhospar.audit.internal.Known;
import org.springframework.stereotype.Component;

/** Stating a target for the first time so late is a change as well. */
@Component
class LateTargets implements Inquiry {

    @Override
    public Question question() {
        return Question.TARGETS_LATE;
    }

    @Override
    public String candidates() {
        return "series_value_aud c where c.attribute = 'TARGET'";
    }

    @Override
    public String hits() {
        return """
                select %s, %s as changed_at, %s as fact_at, fact.rev < c.rev as after_fact,
                    at.day >= make_date(c.year, 10, 1) as late, extract(year from at.day) > c.year as over
                from candidate c
                %s
                left join %s
                left join %s
                left join %s
                cross join lateral (
                    select cast(r.committed_at at time zone 'Asia/Almaty' as date) as day
                ) at
                where (fact.rev < c.rev or at.day >= make_date(c.year, 10, 1)) and not %s
                """.formatted(
                        Sql.VALUE,
                        Sql.micros("r.committed_at"),
                        Sql.micros("known.committed_at"),
                        Sql.OF_REQUEST,
                        Sql.BEFORE,
                        Known.fact("c.item_id", "c.year"),
                        Sql.one("revision", "known", "number = fact.rev and fact.rev < c.rev"),
                        Sql.WITH_ITS_ROW);
    }

    @Override
    public List<Sign> signs(Hit hit) {
        var signs = new ArrayList<Sign>();
        if (hit.flag("after_fact")) {
            signs.add(new Sign.AfterFact(hit.instant("fact_at"), hit.instant("changed_at")));
        }
        if (hit.flag("late")) {
            signs.add(new Sign.LateInYear((int) hit.number("year"), hit.flag("over")));
        }
        return signs;
    }
}
