-- Who came in, who was turned away, and what was taken along. A revision of a kind of its own goes with each, so that
-- the seals hold it like everything else.
alter table revision drop constraint revision_kind_ck;
alter table revision add constraint revision_kind_ck
    check (kind in ('LOAD', 'DRAFT', 'DECISION', 'APPLY', 'DISCUSSION', 'ADMINISTRATION', 'READING', 'ACCESS'));

-- The log leaves these out too unless asked for.
create index revision_log_quiet_ix on revision (number) where kind not in ('DRAFT', 'READING', 'ACCESS');
drop index revision_log_ix;
alter index revision_log_quiet_ix rename to revision_log_ix;

create sequence access_event_number increment by 1 cache 1;
create table access_event (
    number bigint not null,
    happened_at timestamp with time zone not null,
    kind varchar(20) not null,
    person_account text,
    person_name text,
    person_position text,
    person_body text,
    address text,
    agent text,
    object text not null,
    further integer,
    constraint access_event_pk primary key (number),
    constraint access_event_kind_ck
        check (kind in ('SIGN_IN', 'SIGN_IN_FAILED', 'SIGN_OUT', 'ROLE_CHANGE', 'REFUSAL', 'DOWNLOAD')),
    constraint access_event_further_ck check (further > 0)
);
create table access_event_aud (
    number bigint not null,
    rev bigint not null,
    revtype smallint not null,
    happened_at timestamp with time zone,
    kind varchar(20),
    person_account text,
    person_name text,
    person_position text,
    person_body text,
    address text,
    agent text,
    object text,
    further integer,
    constraint access_event_aud_pk primary key (number, rev),
    constraint access_event_aud_rev_fk foreign key (rev) references revision (number)
);
create index access_event_aud_rev_ix on access_event_aud (rev);
create index access_event_kind_ix on access_event (kind, number);
create index access_event_account_ix on access_event (person_account, kind, number);
create index access_event_moment_ix on access_event (happened_at);
comment on table access_event is 'append-only: who came in, who was turned away, what was taken along';
