package kz.zhospar.audit.internal.question;

import java.util.List;
import kz.zhospar.audit.Question;
import kz.zhospar.audit.Sign;
import org.springframework.stereotype.Component;

/**
 * A fact is entered when its request first states that very value; how long the approval takes is not the body's doing.
 * A period that was closed does not count while another one asks for the same fact.
 */
@Component
class LateFacts implements Inquiry {

    /** Whether a period {@code k} asks for the row; its goals stand before its indicators. */
    private static final String COVERS = """
            k.year = c.year and (k.scope = 'all'
                or strpos(split_part(k.scope, ';', 1), cast(place.goal_id as text)) > 0
                or strpos(split_part(k.scope, ';', 2), cast(place.indicator_id as text)) > 0)""";

    @Override
    public Question question() {
        return Question.FACTS_LATE;
    }

    @Override
    public String candidates() {
        return "series_value_aud c where c.attribute = 'ACTUAL' and c.revtype <> 2";
    }

    @Override
    public String hits() {
        return """
                select %1$s, period.title as period, cast(period.closes as text) as closed, %2$s as entered_at,
                    leave.decided_by_name as leave_person, leave.decided_by_position as leave_position,
                    cast(leave.until as text) as leave_until
                from candidate c
                %3$s
                join %6$s
                left join %4$s
                left join lateral (
                    select min(a.rev) as rev from proposed_change_aud a
                    where a.request_id = request.id and a.item_id = c.item_id and a.attribute = 'ACTUAL'
                        and a.year = c.year and a.value = (
                            select last.value from proposed_change_aud last
                            where last.request_id = request.id and last.item_id = c.item_id
                                and last.attribute = 'ACTUAL' and last.year = c.year and last.rev <= c.rev
                            order by last.rev desc limit 1)
                ) stated on true
                join %7$s
                cross join lateral (
                    select cast(entered.committed_at at time zone 'Asia/Almaty' as date) as day
                ) at
                join lateral (
                    select s.indicator_id, (
                        select i.goal_id from indicator_aud i
                        where i.id = s.indicator_id and i.rev <= c.rev order by i.rev desc limit 1) as goal_id
                    from series_aud s
                    where s.id = c.item_id and s.rev <= c.rev order by s.rev desc limit 1
                ) place on true
                join lateral (
                    select k.id, k.title, k.closes from reporting_campaign k
                    where %5$s and k.closes < at.day
                    order by k.closes desc limit 1
                ) period on true
                left join lateral (
                    select e.decided_by_name, e.decided_by_position, e.until from reporting_exception e
                    where e.campaign_id = period.id and e.body = request.author_body and e.state = 'GRANTED'
                        and e.until >= at.day
                    order by e.until desc limit 1
                ) leave on true
                where not exists (
                    select from reporting_campaign k where %5$s and at.day between k.opens and k.closes)
                """.formatted(
                        Sql.VALUE,
                        Sql.micros("entered.committed_at"),
                        Sql.OF_REQUEST,
                        Sql.BEFORE,
                        COVERS,
                        Sql.one("change_request", "request", "number = r.request_number"),
                        Sql.one("revision", "entered", "number = coalesce(stated.rev, c.rev)"));
    }

    @Override
    public List<Sign> signs(Hit hit) {
        return List.of(new Sign.AfterClosing(
                hit.string("period"),
                hit.day("closed"),
                hit.instant("entered_at"),
                hit.isNull("leave_person")
                        ? null
                        : new Sign.Leave(
                                hit.string("leave_person"), hit.string("leave_position"), hit.day("leave_until"))));
    }
}
