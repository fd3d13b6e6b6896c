package kz.zhospar.audit.internal.question;

import java.util.List;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.Sign;
import org.springframework.stereotype.Component;

/**
 * A bound in the target says which way is better, else the row does, as it stood before: whoever turns it round together
 * with the target is found as well.
 */
@Component
class EasedTargets implements Inquiry {

    @Override
    public Question question() {
        return Question.TARGETS_EASED;
    }

    @Override
    public String candidates() {
        return "series_value_aud c where c.attribute = 'TARGET'";
    }

    @Override
    public String hits() {
        return """
                select %s, eased.how
                from candidate c
                %s
                join %s
                left join lateral (
                    select s.better from series_aud s
                    where s.id = c.item_id and s.rev < c.rev
                    order by s.rev desc limit 1
                ) row_before on true
                cross join lateral (
                    select case p.comparison when '≥' then 1 when '≤' then -1 else
                        case row_before.better when 'HIGHER' then 1 when 'LOWER' then -1 else 0 end
                    end as way
                ) better
                cross join lateral (
                    select case
                        when c.revtype = 2 then case when %s then null else 'REMOVED' end
                        when c.number is null then 'NO_NUMBER'
                        when (c.number - p.number) * better.way < 0 then 'WORSE'
                        when c.comparison <> p.comparison
                            and c.comparison = case better.way when 1 then '≤' when -1 then '≥' end then 'WORSE'
                        when better.way = 0 and c.number < p.number then 'LOWER'
                    end as how
                ) eased
                where p.number is not null and eased.how is not null
                """.formatted(Sql.VALUE, Sql.OF_REQUEST, Sql.BEFORE, Sql.WITH_ITS_ROW);
    }

    @Override
    public List<Sign> signs(Hit hit) {
        return List.of(new Sign.Eased(Sign.Eased.How.valueOf(hit.string("how"))));
    }
}
