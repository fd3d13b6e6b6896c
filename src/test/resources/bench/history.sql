-- Years of history in the tables of a real installation, made by few statements on many rows. What is asked for stands in
-- the temporary table asked (seed, requests, first_at, last_at); the same seed and database give the same history.
--
-- Each request is written, submitted, opened, discussed and decided; two in three change the plan. A place of the plan
-- that is changed for the nth time has its nth state, so that what a request proposes follows from what the plan states.
-- At the end the live tables are made what the newest audit rows say.

create function pg_temp.id(name text) returns uuid language sql immutable as $$
    -- As java.util.UUID.nameUUIDFromBytes makes it.
    select encode(
        set_byte(set_byte(hash, 6, (get_byte(hash, 6) & 15) | 48), 8, (get_byte(hash, 8) & 63) | 128), 'hex')::uuid
    from decode(md5(name), 'hex') hash
$$;

create function pg_temp.pick(name text, among integer) returns integer language sql immutable as $$
    select ('x' || left(md5(name), 7))::bit(28)::integer % among
$$;

-- The row whose history stays as short as it is, however long that of the plan becomes.
create temp view quiet as
select item_id from series_value
where attribute = 'TARGET' and number is not null and comparison = '=' and year < 2045
group by item_id having count(*) >= 4
order by item_id limit 1;

create temp view fleeting as select id from funding order by md5(id::text) limit 6;

-- Every place that the history changes, with its state at the beginning.
create temp table place as
with goal_of as (
    select id, id as goal_id from goal
    union all select id, goal_id from indicator
    union all select s.id, i.goal_id from series s join indicator i on i.id = s.indicator_id
    union all select a.id, coalesce(g.id, b.parent_id)
        from action a left join goal g on g.id = a.parent_id left join action b on b.id = a.parent_id
    union all select f.id, g.id from funding f join goal g on g.id = f.parent_id
), found as (
    select 'number' as family, 'series_value' as kept_in, id as row_id, 'SERIES' as item_type, item_id,
        attribute::text, year, true as there, number, to_jsonb(number::text) as stated
    from series_value where number is not null and comparison = '=' and year < 2045
    union all
    select 'number', 'funding_amount', id, 'FUNDING', item_id, 'AMOUNT', year, true, number, to_jsonb(number::text)
    from funding_amount
    where number is not null and comparison = '=' and item_id not in (select id from fleeting)
    union all
    -- Targets that come and go.
    select 'value', 'series_value', pg_temp.id(s.id || '/TARGET 2046'), 'SERIES', s.id, 'TARGET', 2046, v.id is not null,
        v.number, to_jsonb(v.number::text)
    from series s left join series_value v on v.item_id = s.id and v.attribute = 'TARGET' and v.year = 2046
    union all
    select 'provenance', 'series_provenance', pg_temp.id(f.item_id || '/PROVENANCE ' || f.year), 'SERIES', f.item_id,
        'PROVENANCE', f.year, p.id is not null, null,
        case when p.id is not null then jsonb_build_object('source', p.source, 'date', p.as_of,
            'preliminary', p.preliminary, 'comment', p.comment) end
    from (select item_id, max(year) as year from series_value where attribute = 'ACTUAL' group by item_id) f
    left join series_provenance p on p.item_id = f.item_id and p.year = f.year
    union all
    select 'executors', 'series_executor', item_id, 'SERIES', item_id, 'EXECUTORS', null, true, null,
        jsonb_build_object('list', jsonb_agg(
            jsonb_build_object('body', body_id, 'byAgreement', by_agreement) order by position))
    from series_executor group by item_id
    union all
    select 'title', kept_in, id, item_type, id, 'TITLE', null, true, null,
        jsonb_build_object('ru', title_ru, 'kk', title_kk, 'en', title_en)
    from (
        select 'plan' as kept_in, 'PLAN' as item_type, id, title_ru, title_kk, title_en from plan
        union all select 'body', 'BODY', id, title_ru, title_kk, title_en from body
        union all select 'curator', 'CURATOR_POST', id, title_ru, title_kk, title_en from curator
        union all select 'term', 'TERM', id, title_ru, title_kk, title_en from term
        union all select 'direction', 'DIRECTION', id, title_ru, title_kk, title_en from direction
        union all select 'goal', 'GOAL', id, title_ru, title_kk, title_en from goal
        union all select 'indicator', 'INDICATOR', id, title_ru, title_kk, title_en from indicator
        union all select 'series', 'SERIES', id, title_ru, title_kk, title_en from series
    ) titled where title_ru <> ''
    union all
    select 'text', 'action', id, 'ACTION', id, 'OFFICIAL_TEXT', null, true, null,
        case when official_text <> '' then to_jsonb(official_text) end
    from action where number is null or number < 9000
    union all
    -- Actions that come and go.
    select 'item', 'action', pg_temp.id('bench/action/' || k), 'ACTION', pg_temp.id('bench/action/' || k), null, null,
        a.id is not null, 9000 + k,
        jsonb_build_object('PARENT', g.id, 'NUMBER', 9000 + k, 'OFFICIAL_TEXT', 'Мероприятие ' || k,
            'TITLE', jsonb_build_object('ru', 'Мероприятие ' || k, 'kk', '', 'en', ''))
    from generate_series(1, 40) k
    join (select id, row_number() over (order by code) as n, count(*) over () as goals from goal) g
        on g.n = k % g.goals + 1
    left join action a on a.id = pg_temp.id('bench/action/' || k)
    union all
    -- Money that goes and comes again.
    select 'item', 'funding', f.id, 'FUNDING', f.id, null, null, true, null,
        jsonb_build_object('PARENT', f.parent_id, 'FUNDING_SOURCE', f.source) || coalesce(
            (select jsonb_object_agg('AMOUNT ' || a.year, coalesce(
                    case a.comparison when '=' then '' else a.comparison end || a.number::text, a.text))
                from funding_amount a where a.item_id = f.id), '{}')
    from funding f where f.id in (select id from fleeting)
), placed as (
    select f.*, g.goal_id, md5(a.seed || f.family || f.row_id) as shuffled,
        row_number() over (partition by f.family, f.kept_in order by md5(a.seed || f.row_id)) as nth
    from found f cross join asked a left join goal_of g on g.id = f.item_id
    where f.item_id not in (select item_id from quiet)
)
-- One of each sort comes first, so that a short history has all of them, too.
select (row_number() over (order by least(nth, 2), shuffled) - 1)::integer as pos, p.* from placed p;
create unique index on place (pos);
analyze place;

-- What a place states after having been changed n times, as JSON; null for nothing.
create function pg_temp.state(p place, n bigint, seed text) returns text language sql immutable as $$
    select case
        when n = 0 and p.there then p.stated
        when n = 0 then null
        when p.family = 'number' then to_jsonb(round(
            p.number + ((n * 7 + p.pos) % 23 + 1) * (10::numeric ^ -scale(p.number)), scale(p.number))::text)
        when p.family = 'value' and p.there = (n % 2 = 0) then to_jsonb((100 + n)::text || '.5')
        when p.family = 'item' and p.there = (n % 2 = 0) then p.stated
        when p.family in ('value', 'item') then null
        when p.family = 'provenance' then jsonb_build_object('source', 'Форма 1-ПР (' || seed || '-' || n || ')',
            'date', null, 'preliminary', n % 3 = 0, 'comment', '')
        when p.family = 'executors' and n % 2 = 0 then p.stated
        when p.family = 'executors' then (
            select jsonb_build_object('list', jsonb_agg(
                jsonb_set(e, '{byAgreement}', to_jsonb(not (e ->> 'byAgreement')::boolean)) order by at))
            from jsonb_array_elements(p.stated -> 'list') with ordinality as each (e, at))
        when p.family = 'title' then jsonb_set(p.stated, '{ru}', to_jsonb(
            regexp_replace(p.stated ->> 'ru', ' \(ред\. .*\)$', '') || ' (ред. ' || seed || '-' || n || ')'))
        else to_jsonb(regexp_replace(coalesce(p.stated #>> '{}', 'Мероприятие'), ' \(ред\. .*\)$', '')
            || ' (ред. ' || seed || '-' || n || ')')
    end::text
$$;

create temp table scene as
with body_code as (
    select code, row_number() over (order by code) - 1 as n, count(*) over () as bodies from body
), drawn as (
    select i, a.*, pg_temp.pick(a.seed || '/outcome/' || i, 20) as draw
    from asked a cross join lateral generate_series(1, a.requests) i
)
select d.i, d.seed, nextval('change_request_number') as number,
    pg_temp.id(d.seed || '/request/' || d.i) as id,
    d.first_at + (d.last_at - interval '5 days' - d.first_at) * ((d.i - 0.5) / d.requests) as at,
    case when d.draw < 14 then 'APPROVED' when d.draw < 17 then 'REJECTED' when d.draw < 19 then 'RETURNED'
        else 'WITHDRAWN' end as outcome,
    b.code as body,
    'Предложения об изменении плана № ' || d.seed || '-' || d.i as title,
    'Обоснование: исполнение поручения № ' || d.i || '. Показатели уточнены по данным ведомственной статистики.'
        as justification,
    encode(sha256(convert_to(d.seed || '/content/' || d.i, 'UTF8')), 'hex') as hash,
    case when d.i % 10 = 0 then pg_temp.id(d.seed || '/file/' || d.i) end as file
from drawn d join body_code b on b.n = d.i % b.bodies
order by d.i;
create unique index on scene (i);
analyze scene;

-- What happens in a request, and beside the requests: one revision each.
create temp table step as
with story as (
    select greatest(8, requests / 50) as tales, requests, seed, first_at, last_at - interval '40 days' - first_at as span
    from asked
)
select 'request' as story, s.i, t.step, s.at + t.later as at, t.kind, t.account, t.position, t.body, s.number as request,
    case when t.kind = 'APPLY' then s.justification else t.reason end as reason
from scene s cross join lateral (values
    (1, interval '0', 'DRAFT', s.body || '-official', 'official', s.body, 'Черновик', true),
    (2, interval '1 hour', 'DRAFT', s.body || '-official', 'official', s.body, 'Черновик', s.i % 2 = 0),
    (3, interval '1 day', 'DECISION', s.body || '-official', 'official', s.body, 'Передано на согласование', true),
    (4, interval '25 hours', 'READING', s.body || '-head', 'head', s.body, 'Открыт запрос', true),
    (5, interval '26 hours', 'DISCUSSION', 'economy', 'economy', 'ue', 'Обсуждение', s.i % 3 = 0),
    (6, interval '27 hours', 'DISCUSSION', s.body || '-official', 'official', s.body, 'Обсуждение', s.i % 6 = 0),
    (7, interval '28 hours', 'DISCUSSION', 'economy', 'economy', 'ue', 'Обсуждение', s.i % 12 = 0),
    (8, interval '2 days', 'DECISION', s.body || '-head', 'head', s.body, 'Согласовано', true),
    (9, interval '50 hours', 'READING', 'akim-office', 'akim-office', null, 'Открыт запрос', true),
    (10, interval '3 days',
        case s.outcome when 'APPROVED' then 'APPLY' else 'DECISION' end,
        case s.outcome when 'WITHDRAWN' then s.body || '-official' else 'akim-office' end,
        case s.outcome when 'WITHDRAWN' then 'official' else 'akim-office' end,
        case s.outcome when 'WITHDRAWN' then s.body end, 'Рассмотрено', true)
) t (step, later, kind, account, position, body, reason, happens)
where t.happens
union all
select t.name, i, t.step, y.first_at + y.span * ((i - 0.5) / t.times) + t.later, t.kind, t.account, t.position, null, null,
    t.reason
from story y cross join lateral (values
    ('finding', y.tales, 1, interval '10 days', 'ADMINISTRATION', 'auditor', 'auditor', 'Замечание'),
    ('finding', y.tales, 2, interval '20 days', 'DISCUSSION', 'economy', 'economy', 'Ответ на замечание'),
    ('finding', y.tales, 3, interval '30 days', 'ADMINISTRATION', 'auditor', 'auditor', 'Замечание снято'),
    ('substitution', y.tales, 1, interval '2 hours', 'ADMINISTRATION', 'admin', 'admin', 'Замещение на время отпуска'),
    ('substitution', y.tales, 2, interval '5 days', 'ADMINISTRATION', 'admin', 'admin', 'Замещение окончено'),
    ('hand_over', greatest(2, y.tales / 4), 1, interval '3 hours', 'ADMINISTRATION', 'admin', 'admin', 'Передача дел'),
    ('period', 40, 1, interval '4 hours', 'ADMINISTRATION', 'economy', 'economy', 'Открыт отчётный период'),
    ('period', 40, 2, interval '5 hours', 'ADMINISTRATION', null, null, 'Разосланы напоминания'),
    ('period', 40, 3, interval '20 days', 'DRAFT', 'economy', 'economy', 'Просьба о продлении'),
    ('period', 40, 4, interval '21 days', 'DECISION', 'economy', 'economy', 'Срок продлён'),
    ('route', 8, 1, interval '6 hours', 'ADMINISTRATION', 'admin', 'admin', 'Маршрут утверждён заново'),
    ('other', y.tales, 1, interval '7 hours', 'ADMINISTRATION', 'admin', 'admin', 'Заведено'),
    ('other', y.tales, 2, interval '9 days', 'ADMINISTRATION', 'admin', 'admin', 'Удалено')
) t (name, times, step, later, kind, account, position, reason)
cross join lateral generate_series(1, t.times) i;

create temp table made as
select nextval('revision_number') as rev, s.* from (select * from step order by at, story, i, step offset 0) s;
create unique index on made (story, i, step);
analyze made;

insert into revision (number, committed_at, kind, account, person, position, body, request_number, reason)
select rev, at, kind, account, account, position, body, request, reason from made order by rev;

-- What each request proposes. Requests that are applied take the places in turn; the others propose what never comes.
create temp table proposal as
with ranked as (
    select s.*, count(*) filter (where outcome = 'APPROVED') over (order by i) as applied from scene s
), chosen as (
    select r.i, r.seed, r.id as request_id, r.outcome, c.p as position,
        case when r.outcome = 'APPROVED' then ((r.applied - 1) * 4 + c.p) % n.places
            else (pg_temp.pick(r.seed || '/places/' || r.i, n.places) + c.p * 11) % n.places end::integer as pos,
        r.applied, n.places
    from ranked r cross join generate_series(0, 3) c (p) cross join (select count(*)::integer as places from place) n
), counted as (
    select c.*, case when c.outcome = 'APPROVED' then ((c.applied - 1) * 4 + c.position) / c.places
        else (c.applied * 4 - c.pos + c.places - 1) / c.places end as visits
    from chosen c
)
select c.i, c.request_id, c.outcome, c.position, p.family, p.kept_in, p.row_id, p.item_type, p.item_id, p.attribute,
    p.year, p.goal_id, c.visits + 1 as nth, p.there,
    pg_temp.state(p, c.visits, c.seed) as base, pg_temp.state(p, c.visits + 1, c.seed) as value,
    case when p.family = 'number' and c.position = 0 and c.i % 2 = 0
        then pg_temp.state(p, c.visits + 2, c.seed) end as first_value
from counted c join place p on p.pos = c.pos;

-- A dozen changes of the quiet row, spread over the first of several histories.
insert into proposal (i, request_id, outcome, position, family, kept_in, row_id, item_type, item_id, attribute, year, nth,
    there, base, value)
select i, id, outcome, 4, 'number', 'series_value', row_id, 'SERIES', item_id, 'TARGET', year, n, true,
    to_jsonb((number + (n - 1))::text), to_jsonb((number + n)::text)
from (
    select v.id as row_id, v.item_id, v.year, v.number from series_value v join quiet q on q.item_id = v.item_id
    where v.attribute = 'TARGET' and v.number is not null and v.comparison = '='
        and not exists (select from series_value_aud a where a.item_id = v.item_id and a.revtype = 1)
    order by v.year limit 1
) q
cross join (
    select i, id, outcome, row_number() over (order by i) as n
    from (
        select distinct on (part) i, id, outcome
        from (select s.*, ntile(12) over (order by i) as part from scene s where outcome = 'APPROVED') parted
        order by part, i
    ) firsts
) twelve;
create index on proposal (i);
analyze proposal;

insert into change_request_aud (id, rev, revtype, number, title, justification, basis_name, basis_number, basis_date,
    basis_file, state, round, author_account, author_name, author_position, author_body, writer_account, writer_name,
    writer_position, writer_body, submitter_account, submitter_name, submitter_position, submitter_body, hands, risk,
    route_edition, stages, step, stage_since, stage_due, reminded, content_hash, created_at, edited_at, submitted_at,
    closed_at)
select s.id, m.rev, case when m.step = 1 then 0 else 1 end, s.number, s.title, s.justification, 'Протокол совещания',
    s.i::text, s.at::date, s.file,
    case when m.step < 3 then 'DRAFT' when m.step < 10 then 'IN_REVIEW' else s.outcome end, 1,
    official, official, 'official', s.body, official, official, 'official', s.body,
    case when m.step > 2 then official end, case when m.step > 2 then official end,
    case when m.step > 2 then 'official' end, case when m.step > 2 then s.body end,
    official || E'\n', case when m.step > 2 then 'HIGH' end, case when m.step > 2 then 1 end,
    case when m.step > 2 then 'HEAD:3,AKIM_OFFICE:3' else '' end, case when m.step > 7 then 1 else 0 end,
    case when m.step > 2 then m.at end, case when m.step > 2 then (m.at + interval '3 days')::date end, 'NONE',
    case when m.step > 2 then s.hash end, s.at, case when m.step > 1 then s.at + interval '1 hour' else s.at end,
    case when m.step > 2 then s.at + interval '1 day' end, case when m.step = 10 then m.at end
from made m join scene s on s.i = m.i cross join lateral (select s.body || '-official' as official) o
where m.story = 'request' and m.step in (1, 2, 3, 8, 10);

insert into proposed_change_aud (id, rev, revtype, request_id, position, kind, item_type, item_id, attribute, year,
    goal_id, base, value, heads, curators, remark, suggestion)
select pg_temp.id(p.request_id || '/' || p.row_id || coalesce('/' || p.attribute, '')), m.rev, case when m.step = 1 then 0 else 1 end, p.request_id,
    p.position, case when p.family <> 'item' then 'EDIT' when p.value is null then 'REMOVE' else 'ADD' end, p.item_type,
    p.item_id, p.attribute, p.year, p.goal_id, p.base,
    case when m.step = 1 then coalesce(p.first_value, p.value) else p.value end, s.body, '',
    case when m.step = 10 then 'Уточните значение' else '' end, null
from made m join scene s on s.i = m.i join proposal p on p.i = m.i
where m.story = 'request'
    and (m.step = 1 or m.step = 2 and p.first_value is not null
        or m.step = 10 and p.outcome = 'RETURNED' and p.position = 0);

insert into submission_aud (id, rev, revtype, request_id, round, title, justification, basis_name, basis_number,
    basis_date, basis_file, changes, content_hash, submitted_at)
select pg_temp.id(s.id || '/submission'), m.rev, 0, s.id, 1, s.title, s.justification, 'Протокол совещания', s.i::text,
    s.at::date, s.file,
    (select jsonb_agg(jsonb_build_object('kind',
            case when p.family <> 'item' then 'EDIT' when p.value is null then 'REMOVE' else 'ADD' end,
            'itemType', p.item_type, 'itemId', p.item_id, 'attribute', p.attribute, 'year', p.year, 'goalId', null,
            'base', p.base, 'value', p.value) order by p.position)::text
        from proposal p where p.i = s.i),
    s.hash, m.at
from made m join scene s on s.i = m.i where m.story = 'request' and m.step = 3;

insert into basis_file_aud (id, rev, revtype, name, media_type, size, sha256, uploaded_at, uploader_account,
    uploader_name, uploader_position, uploader_body)
select s.file, m.rev, 0, 'Протокол ' || s.i || '.txt', 'text/plain', octet_length(content), encode(sha256(content), 'hex'),
    m.at, s.body || '-official', s.body || '-official', 'official', s.body
from made m join scene s on s.i = m.i cross join lateral (select convert_to(s.title, 'UTF8') as content) c
where m.story = 'request' and m.step = 1 and s.file is not null;

insert into viewing_aud (id, rev, revtype, request_id, round, content_hash, person_account, person_name,
    person_position, person_body, viewed_at)
select pg_temp.id(s.id || '/viewing/' || m.step), m.rev, 0, s.id, 1, s.hash, m.account, m.account, m.position, m.body, m.at
from made m join scene s on s.i = m.i where m.story = 'request' and m.step in (4, 9);

insert into request_comment_aud (id, rev, revtype, request_number, parent_id, text, author_account, author_name,
    author_position, author_body, written_at)
select pg_temp.id(s.id || '/comment/' || m.step), m.rev, 0, s.number,
    case when m.step = 6 then pg_temp.id(s.id || '/comment/5') end,
    case when m.step = 5 then 'Прошу пояснить, чем подтверждены значения.' else 'Данные ведомственной статистики.' end,
    m.account, m.account, m.position, m.body, m.at
from made m join scene s on s.i = m.i where m.story = 'request' and m.step in (5, 6);

insert into comment_mention_aud (id, rev, revtype, comment_id, account, name)
select pg_temp.id(s.id || '/mention'), m.rev, 0, pg_temp.id(s.id || '/comment/5'), s.body || '-official',
    s.body || '-official'
from made m join scene s on s.i = m.i where m.story = 'request' and m.step = 5;

insert into thread_mark_aud (thread_id, rev, revtype, request_number, resolved, person_account, person_name,
    person_position, person_body, marked_at)
select pg_temp.id(s.id || '/comment/5'), m.rev, case m.step when 6 then 0 else 1 end, s.number, m.step = 6, m.account,
    m.account, m.position, m.body, m.at
from made m join scene s on s.i = m.i where m.story = 'request' and m.step in (6, 7);

insert into decision_aud (id, rev, revtype, request_id, round, step, office, verdict, reason, person_account, person_name,
    person_position, person_body, decided_at, content_hash)
select pg_temp.id(s.id || '/decision/' || m.step), m.rev, 0, s.id, 1, case m.step when 8 then 'HEAD' else 'AKIM_OFFICE' end,
    case m.step when 8 then s.body end, case m.step when 8 then 'APPROVED' else s.outcome end, m.reason, m.account,
    m.account, m.position, m.body, m.at, s.hash
from made m join scene s on s.i = m.i
where m.story = 'request' and (m.step = 8 or m.step = 10 and s.outcome <> 'WITHDRAWN');

insert into decision_item_aud (id, rev, revtype, decision_id, request_id, verdict, reason, kind, item_type, item_id,
    attribute, year, goal_id, base, value)
select pg_temp.id(p.request_id || '/item/' || p.position), m.rev, 0, pg_temp.id(p.request_id || '/decision/10'),
    p.request_id, p.outcome, 'Уточните значение',
    case when p.family <> 'item' then 'EDIT' when p.value is null then 'REMOVE' else 'ADD' end, p.item_type, p.item_id,
    p.attribute, p.year, p.goal_id, p.base, p.value
from made m join proposal p on p.i = m.i
where m.story = 'request' and m.step = 10 and (p.outcome = 'REJECTED' or p.outcome = 'RETURNED' and p.position = 0);

-- The plan, as the applied requests change it.
create temp table visit as
select p.*, m.rev from proposal p join made m on m.story = 'request' and m.step = 10 and m.i = p.i
where p.outcome = 'APPROVED';

insert into series_value_aud (id, rev, revtype, item_id, year, comparison, number, text, attribute)
select row_id, rev, case when value is null then 2 when base is null then 0 else 1 end, item_id, year, '=',
    (coalesce(value, base)::jsonb #>> '{}')::numeric, null, attribute
from visit where kept_in = 'series_value';

insert into funding_amount_aud (id, rev, revtype, item_id, year, comparison, number, text)
select row_id, rev, 1, item_id, year, '=', (value::jsonb #>> '{}')::numeric, null
from visit where kept_in = 'funding_amount'
union all
select a.id, v.rev, case when v.value is null then 2 else 0 end, a.item_id, a.year, a.comparison, a.number, a.text
from visit v join funding_amount a on a.item_id = v.item_id where v.kept_in = 'funding';

insert into funding_aud (id, rev, revtype, parent_id, source)
select row_id, rev, case when value is null then 2 else 0 end, (stated ->> 'PARENT')::uuid, stated ->> 'FUNDING_SOURCE'
from visit cross join lateral (select coalesce(value, base)::jsonb as stated) s where kept_in = 'funding';

insert into series_provenance_aud (id, rev, revtype, item_id, year, source, as_of, preliminary, comment)
select row_id, rev, case when base is null then 0 else 1 end, item_id, year, value::jsonb ->> 'source', null,
    (value::jsonb ->> 'preliminary')::boolean, ''
from visit where kept_in = 'series_provenance';

insert into series_executor_aud (id, rev, revtype, item_id, body_id, position, by_agreement)
select e.id, v.rev, 1, e.item_id, e.body_id, e.position, (stated ->> 'byAgreement')::boolean
from visit v cross join lateral jsonb_array_elements(v.value::jsonb -> 'list') stated
join series_executor e on e.item_id = v.item_id and e.body_id = (stated ->> 'body')::uuid
where v.kept_in = 'series_executor';

insert into action_aud (id, rev, revtype, parent_id, number, heading, title_ru, title_kk, title_en, official_text, due)
select row_id, rev, case when value is null then 2 else 0 end, (stated ->> 'PARENT')::uuid,
    (stated ->> 'NUMBER')::integer, false, stated #>> '{TITLE,ru}', '', '', stated ->> 'OFFICIAL_TEXT', ''
from visit cross join lateral (select coalesce(value, base)::jsonb as stated) s
where kept_in = 'action' and family = 'item';

-- Of other rows one column changes and the rest stays.
do $$
declare
    kept record;
begin
    for kept in
        select t.name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns,
            string_agg(
                case c.column_name
                    when case t.name when 'action' then 'official_text' else 'title_ru' end
                        then case t.name when 'action' then 'v.value::jsonb #>> ''{}''' else 'v.value::jsonb ->> ''ru''' end
                    else 'l.' || quote_ident(c.column_name)
                end, ', ' order by c.ordinal_position) as stated
        from unnest('{plan,body,curator,term,direction,goal,indicator,series,action}'::text[]) t (name)
        join information_schema.columns c on c.table_name = t.name || '_aud' and c.table_schema = current_schema()
        where c.column_name not in ('rev', 'revtype')
        group by t.name
    loop
        execute format(
            'insert into %1$s_aud (rev, revtype, %2$s) select v.rev, 1, %3$s from visit v join %1$s l on l.id = v.row_id '
                'where v.kept_in = %4$L and v.family in (''title'', ''text'')',
            kept.name, kept.columns, kept.stated, kept.name);
    end loop;
end
$$;

-- What happens beside the requests.
insert into finding_aud (id, rev, revtype, number, request_number, body, severity, text, due, state, raised_by_account,
    raised_by_name, raised_by_position, raised_at)
with numbered as materialized (
    select i, at, nextval('finding_number') as number
    from (select i, at from made where story = 'finding' and step = 1 order by i) begun
)
select pg_temp.id(a.seed || '/finding/' || m.i), m.rev, least(m.step - 1, 1), f.number, s.number, s.body, 'MEDIUM',
    'Значение не подтверждено документом', (f.at + interval '30 days')::date,
    (array['OPEN', 'ANSWERED', 'CLOSED'])[m.step], 'auditor', 'auditor', 'auditor', f.at
from made m cross join asked a
join numbered f on f.i = m.i
join scene s on s.i = (m.i - 1) * a.requests / (select count(*) from numbered) + 1
where m.story = 'finding';

insert into finding_entry_aud (id, rev, revtype, finding_id, act, text, author_account, author_name, author_position,
    written_at)
select pg_temp.id(a.seed || '/finding/' || m.i || '/' || m.step), m.rev, 0, pg_temp.id(a.seed || '/finding/' || m.i),
    case m.step when 2 then 'ANSWERED' else 'CLOSED' end, m.reason, m.account, m.account, m.position, m.at
from made m cross join asked a where m.story = 'finding' and m.step > 1;

insert into substitution_aud (id, rev, revtype, holder_account, holder_name, holder_position, substitute_account,
    substitute_name, substitute_position, first_day, last_day, ended_at)
select pg_temp.id(a.seed || '/substitution/' || m.i), m.rev, m.step - 1, 'akim-office', 'akim-office', 'akim-office',
    'economy', 'economy', 'economy', f.at::date, (f.at + interval '14 days')::date, case m.step when 2 then m.at end
from made m cross join asked a join made f on f.story = m.story and f.i = m.i and f.step = 1
where m.story = 'substitution';

insert into hand_over_aud (id, rev, revtype, leaver_account, leaver_name, leaver_position, successor_account,
    successor_name, successor_position, reason, requests, handed_at)
select pg_temp.id(a.seed || '/hand-over/' || m.i), m.rev, 0, 'leaver-' || m.i, 'leaver-' || m.i, 'official',
    'successor-' || m.i, 'successor-' || m.i, 'official', m.reason, 0, m.at
from made m cross join asked a where m.story = 'hand_over';

insert into reporting_campaign_aud (id, rev, revtype, number, title, year, opens, due, closes, threshold, scope)
select pg_temp.id(a.seed || '/period/' || m.i), m.rev, 0, nextval('reporting_campaign_number'), 'Отчётный период ' || m.i,
    extract(year from m.at), m.at::date, (m.at + interval '20 days')::date, (m.at + interval '30 days')::date, 10, 'all'
from (select * from made where story = 'period' and step = 1 order by i) m cross join asked a;

insert into reporting_told_aud (id, rev, revtype, campaign_id, body, occasion, told_on)
select pg_temp.id(a.seed || '/told/' || m.i || '/' || b.code), m.rev, 0, pg_temp.id(a.seed || '/period/' || m.i), b.code,
    'OPENED', m.at::date
from made m cross join asked a cross join (select code from body order by code limit 3) b
where m.story = 'period' and m.step = 2;

insert into reporting_request_aud (id, rev, revtype, campaign_id, body, request_number)
select pg_temp.id(a.seed || '/report/' || m.i), m.rev, 0, pg_temp.id(a.seed || '/period/' || m.i), s.body, s.number
from made m cross join asked a join scene s on s.i = (m.i - 1) * a.requests / 40 + 1
where m.story = 'period' and m.step = 2 and a.requests >= 40;

insert into reporting_exception_aud (id, rev, revtype, campaign_id, body, reason, until, state, asked_by_account,
    asked_by_name, asked_by_position, asked_at, decided_by_account, decided_by_name, decided_by_position, decided_at,
    decision_reason)
select pg_temp.id(a.seed || '/exception/' || m.i), m.rev, m.step - 3, pg_temp.id(a.seed || '/period/' || m.i), b.code,
    'Задержка исходных данных', (f.at + interval '40 days')::date, case m.step when 3 then 'ASKED' else 'GRANTED' end,
    b.code || '-head', b.code || '-head', 'head', f.at, case m.step when 4 then 'economy' end,
    case m.step when 4 then 'economy' end, case m.step when 4 then 'economy' end, case m.step when 4 then m.at end,
    case m.step when 4 then 'Продлить' else '' end
from made m cross join asked a join made f on f.story = m.story and f.i = m.i and f.step = 3
cross join (select code from body order by code limit 1) b
where m.story = 'period' and m.step in (3, 4);

insert into route_aud (id, rev, revtype, risk, edition, stages, since)
select pg_temp.id(a.seed || '/route/' || m.i), m.rev, 0, r.risk, r.edition + m.i, r.stages, m.at
from made m cross join asked a
cross join (select risk, edition, stages from route where risk = 'LOW' order by edition desc limit 1) r
where m.story = 'route';

-- Whatever else is audited: things that were kept for a while.
do $$
declare
    audited record;
    any_row boolean;
begin
    for audited in
        select c.table_name as name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position) as columns,
            string_agg(
                case
                    when c.data_type = 'uuid' then format('pg_temp.id(a.seed || %L || m.i)', c.table_name || c.column_name)
                    when c.data_type in ('text', 'character varying') then format(
                        'left(%L || m.i, %s)', c.column_name || ' ', coalesce(c.character_maximum_length, 1000))
                    when c.data_type in ('bigint', 'integer', 'smallint', 'numeric') then 'm.i'
                    when c.data_type = 'boolean' then 'm.i % 2 = 0'
                    when c.data_type = 'date' then 'f.at::date'
                    when c.data_type like 'timestamp%' then 'f.at'
                    else 'null'
                end, ', ' order by c.ordinal_position) as stated
        from information_schema.columns c
        where c.table_schema = current_schema() and c.table_name like '%\_aud' and c.column_name not in ('rev', 'revtype')
        group by c.table_name
    loop
        execute format(
            'select exists (select from %I where rev >= (select min(rev) from made))', audited.name) into any_row;
        if not any_row then
            execute format(
                'insert into %I (rev, revtype, %s) select m.rev, (m.step - 1) * 2, %s from made m cross join asked a '
                    'join made f on f.story = m.story and f.i = m.i and f.step = 1 where m.story = ''other''',
                audited.name, audited.columns, audited.stated);
        end if;
    end loop;
end
$$;

-- The live tables become what the newest audit rows say; what others refer to comes first.
insert into basis_file (id, name, media_type, size, sha256, uploaded_at, uploader_account, uploader_name,
    uploader_position, uploader_body, content)
select a.id, a.name, a.media_type, a.size, a.sha256, a.uploaded_at, a.uploader_account, a.uploader_name,
    a.uploader_position, a.uploader_body, convert_to(s.title, 'UTF8')
from basis_file_aud a join scene s on s.file = a.id;

do $$
declare
    live record;
    columns text;
    key text;
begin
    for live in
        select t.table_name as name, exists (
                select from append_only_table o where o.name = t.table_name) as append_only,
            exists (
                select from information_schema.columns c
                where c.table_schema = t.table_schema and c.table_name = t.table_name and c.column_name = 'version')
                as versioned
        from information_schema.tables t
        where t.table_schema = current_schema() and to_regclass(t.table_name || '_aud') is not null
        order by array_position(
            '{change_request,decision,request_comment,reporting_campaign,finding}'::text[], t.table_name::text), t.table_name
    loop
        select string_agg(quote_ident(column_name), ', ' order by ordinal_position), min(quote_ident(column_name))
                filter (where ordinal_position = 1)
            into columns, key
        from information_schema.columns
        where table_schema = current_schema() and table_name = live.name || '_aud'
            and column_name not in ('rev', 'revtype');
        execute format(
            'create temp table newest as select distinct on (%1$s) * from %2$s_aud '
                'where rev >= (select min(rev) from made) order by %1$s, rev desc', key, live.name);
        if not live.append_only then
            execute format('delete from %1$s l using newest n where l.%2$s = n.%2$s and n.revtype = 2', live.name, key);
            execute format(
                'update %1$s l set version = l.version + 1, (%3$s) = (select %4$s) from newest n '
                    'where l.%2$s = n.%2$s and n.revtype <> 2',
                live.name, key, columns, 'n.' || replace(columns, ', ', ', n.'));
        end if;
        execute format(
            'insert into %1$s (%3$s%5$s) select %4$s%6$s from newest n where n.revtype <> 2 '
                'and not exists (select from %1$s l where l.%2$s = n.%2$s)',
            live.name, key, columns, 'n.' || replace(columns, ', ', ', n.'),
            case when live.versioned then ', version' else '' end, case when live.versioned then ', 0' else '' end);
        drop table newest;
    end loop;
end
$$;

drop table visit, proposal, made, step, scene;
drop view quiet, fleeting;
drop function pg_temp.state(place, bigint, text);
drop table place;
