-- One row for each commit to anything that is audited; the audit tables refer to it.
-- The sequence does not cache, so that numbers follow the order in which revisions began.
create sequence revision_number increment by 1 cache 1;

create table revision (
    number bigint not null,
    committed_at timestamp with time zone not null,
    kind varchar(20) not null,
    account text,
    person text,
    position text,
    body text,
    request_number bigint,
    reason text not null,
    constraint revision_pk primary key (number),
    constraint revision_kind_ck check (kind in ('LOAD', 'DRAFT', 'DECISION', 'APPLY', 'ADMINISTRATION'))
);
create index revision_committed_at_ix on revision (committed_at);
create index revision_request_ix on revision (request_number);
create index revision_account_ix on revision (account);
-- What changed the plan is asked for at every start and for every past date.
create index revision_plan_ix on revision (number) where kind in ('LOAD', 'APPLY');
