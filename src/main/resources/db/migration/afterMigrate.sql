-- Rights of the application's role and triggers against changes, after every migration and at every start.
--
-- The role is the one that the application connects as (spring.flyway.init-sqls names it). Where that is the owner
-- itself, or where there is no such role, the triggers are all there is; the application says so when it starts.
-- Only what is missing is done, so that a node that starts does not disturb those that run.
do $$
declare
    application constant text :=
        coalesce(nullif(current_setting('zhospar.application_role', true), ''), 'zhospar_app');
    apart constant boolean := case
        when exists (select from pg_roles where rolname = application)
            then not pg_has_role(application, current_user, 'MEMBER')
        else false
    end;
    here constant regnamespace := current_schema()::regnamespace;
    of_tables constant text[] := '{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER,MAINTAIN}';
    of_columns constant text[] := '{SELECT,INSERT,UPDATE,REFERENCES}';
    held text[];
    relation record;
begin
    if to_regclass('append_only_table') is null then
        return; -- not migrated so far
    end if;
    -- One node after the other.
    perform pg_advisory_xact_lock(hashtext('zhospar/append-only'));

    for relation in
        select t.id::regclass as name,
            exists (select from pg_trigger g where g.tgrelid = t.id and g.tgname = 'append_only') as has_trigger
        from append_only_table t join pg_class c on c.oid = t.id
        where not t.guarded and pg_has_role(c.relowner, 'USAGE')
        order by t.name
    loop
        if not relation.has_trigger then
            execute format(
                'create trigger append_only before update or delete or truncate on %s '
                    'for each statement execute function refuse_change()',
                relation.name);
        end if;
        -- Always: a session that plays a replica does not get past it either.
        execute format('alter table %s enable always trigger append_only', relation.name);
    end loop;

    if not apart then
        return;
    end if;
    if not has_schema_privilege(application, here, 'USAGE') then
        execute format('grant usage on schema %s to %I', here, application);
    end if;
    if has_schema_privilege(application, here, 'CREATE') then
        execute format('revoke create on schema %s from public, %I', here, application);
    end if;
    for relation in
        select c.oid, c.oid::regclass as name, c.relkind,
            case
                when c.relkind in ('v', 'm') or c.relname = 'flyway_schema_history' then '{SELECT}'
                when t.id is not null then '{SELECT,INSERT}'
                else '{SELECT,INSERT,UPDATE,DELETE}'
            end::text[] as wanted
        from pg_class c
        left join append_only_table t on t.id = c.oid
        where c.relnamespace = here and c.relkind in ('r', 'p', 'v', 'm', 'S')
            and pg_has_role(c.relowner, 'USAGE')
        order by c.relname
    loop
        if relation.relkind = 'S' then
            if not has_sequence_privilege(application, relation.oid, 'USAGE') then
                execute format('grant usage, select on sequence %s to %I', relation.name, application);
            end if;
            continue;
        end if;
        held := array(
            select privilege from unnest(of_tables) with ordinality as each (privilege, place)
            where case
                when privilege = any (of_columns)
                    then has_any_column_privilege(application, relation.oid, privilege)
                else has_table_privilege(application, relation.oid, privilege)
            end
            order by place);
        if held <> relation.wanted then
            execute format('revoke all on %s from public, %I', relation.name, application);
            execute format(
                'grant %s on %s to %I', array_to_string(relation.wanted, ', '), relation.name, application);
        end if;
    end loop;
end
$$;
