package kz.zhospar.audit.internal.question;

import java.util.List;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.Sign;
import org.springframework.stereotype.Component;

/** That a fact was preliminary explains much; it is said and not left out. */
@Component
class RestatedFacts implements Inquiry {

    @Override
    public Question question() {
        return Question.FACTS_RESTATED;
    }

    @Override
    public String candidates() {
        return "series_value_aud c where c.attribute = 'ACTUAL'";
    }

    @Override
    public String hits() {
        return """
                select %s, %s as first_at, versions.times, coalesce(provenance.preliminary, false) as preliminary
                from candidate c
                %s
                join %s
                cross join lateral (
                    select min(o.rev) as first, count(*) as times
                    from series_value_aud o where o.id = c.id and o.rev < c.rev and o.revtype <> 2
                ) versions
                join %s
                left join lateral (
                    select s.preliminary from series_provenance_aud s
                    where s.item_id = c.item_id and s.year = c.year and s.rev < c.rev
                    order by s.rev desc limit 1
                ) provenance on true
                where not (c.revtype = 2 and p.revtype = 2)
                    and (c.revtype = 2
                        or (c.comparison, c.number, c.text) is distinct from (p.comparison, p.number, p.text))
                    and not %s
                """.formatted(
                        Sql.VALUE,
                        Sql.micros("first.committed_at"),
                        Sql.OF_REQUEST,
                        Sql.BEFORE,
                        Sql.one("revision", "first", "number = versions.first"),
                        Sql.WITH_ITS_ROW);
    }

    @Override
    public List<Sign> signs(Hit hit) {
        return List.of(new Sign.Restated(hit.instant("first_at"), hit.flag("preliminary"), (int) hit.number("times")));
    }
}
