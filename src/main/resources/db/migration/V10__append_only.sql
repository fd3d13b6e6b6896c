-- What was recorded is only ever added to: revisions, audit tables, and what a table's comment calls append-only.
-- afterMigrate.sql gives the rights and puts the triggers, also for the tables of later migrations.

-- That somebody had read something is a revision of a kind of its own.
alter table revision drop constraint revision_kind_ck;
alter table revision add constraint revision_kind_ck
    check (kind in ('LOAD', 'DRAFT', 'DECISION', 'APPLY', 'DISCUSSION', 'ADMINISTRATION', 'READING'));

-- Who opened a request is audited like everything else from now on.
create table viewing_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    request_id uuid,
    round integer,
    content_hash text,
    person_account text,
    person_name text,
    person_position text,
    person_body text,
    viewed_at timestamp with time zone,
    constraint viewing_aud_pk primary key (id, rev),
    constraint viewing_aud_rev_fk foreign key (rev) references revision (number)
);
create index viewing_aud_rev_ix on viewing_aud (rev);

-- What was kept before gets one revision, which says so. There is none where nothing was kept.
with taken_in as (
    insert into revision (number, committed_at, kind, reason)
    select nextval('revision_number'), now(), 'READING',
        'Обновление системы: сведения о том, кто и когда открывал запросы, внесены в аудит. '
            || 'До этого дня они хранились вне аудита.'
    where exists (select from viewing)
    returning number
)
insert into viewing_aud (id, rev, revtype, request_id, round, content_hash, person_account, person_name,
    person_position, person_body, viewed_at)
select v.id, t.number, 0, v.request_id, v.round, v.content_hash, v.person_account, v.person_name,
    v.person_position, v.person_body, v.viewed_at
from viewing v cross join taken_in t;

comment on table basis_file is 'append-only: files of basis documents';
comment on table comment_mention is 'append-only: who is mentioned in a comment';
comment on table decision is 'append-only: decisions on requests';
comment on table decision_item is 'append-only: what decisions said of single changes';
comment on table hand_over is 'append-only: who took over from whom';
comment on table reporting_request is 'append-only: with which requests bodies report';
comment on table reporting_told is 'append-only: what bodies have been told';
comment on table request_comment is 'append-only: what was said in discussions';
comment on table route is 'append-only: routes in their editions';
comment on table submission is 'append-only: requests as they were submitted';
comment on table viewing is 'append-only: who had which content before him';

-- The second net: it holds also for the owner of the tables and for rights that were given by mistake.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Table % is append-only: % is refused', tg_table_name, lower(tg_op)
        using errcode = 'insufficient_privilege';
end
$$;

-- The tables it holds for, a partition with its root; whether the trigger stands, and whether the role that asks could
-- change rows by its own rights.
create view append_only_table as
select c.oid as id,
    c.relname::text as name,
    exists (
        select from pg_trigger t
        where t.tgrelid = c.oid and t.tgname = 'append_only' and t.tgenabled = 'A'
    ) as guarded,
    pg_has_role(c.relowner, 'MEMBER')
        or has_any_column_privilege(c.oid, 'UPDATE')
        or has_table_privilege(c.oid, 'DELETE, TRUNCATE') as changeable
from pg_class c
join pg_class root on root.oid = coalesce(pg_partition_root(c.oid), c.oid)
where c.relkind in ('r', 'p')
    and c.relnamespace = (select relnamespace from pg_class where oid = 'revision'::regclass)
    and (root.relname = 'revision' or root.relname like '%\_aud'
        or obj_description(root.oid, 'pg_class') like 'append-only%');
