-- The log: filters that people keep, and indexes for what the audit asks of its tables. No page of the log and no page
-- of a question may grow slower as the history grows.

-- A filter of the log under a name. Audited, because what an auditor keeps and shares directs what others look at.
create table saved_query (
    id uuid not null,
    version bigint not null,
    account text not null,
    owner text not null,
    name text not null,
    query text not null,
    shared boolean not null,
    saved_at timestamp with time zone not null,
    constraint saved_query_pk primary key (id),
    constraint saved_query_name_uq unique (account, name)
);
create table saved_query_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    account text,
    owner text,
    name text,
    query text,
    shared boolean,
    saved_at timestamp with time zone,
    constraint saved_query_aud_pk primary key (id, rev),
    constraint saved_query_aud_rev_fk foreign key (rev) references revision (number)
);
create index saved_query_aud_rev_ix on saved_query_aud (rev);
create index saved_query_shared_ix on saved_query (name) where shared;

-- Pages of the log, newest first: without what the log leaves out unless asked for, by kind, by body, by account.
create index revision_log_ix on revision (number) where kind <> 'DRAFT' and kind <> 'READING';
create index revision_kind_ix on revision (kind, number);
create index revision_body_ix on revision (body, number);
create index revision_account_number_ix on revision (account, number);
drop index revision_account_ix;

-- Questions walk back through targets, facts and decisions and look at the version before each.
create index series_value_aud_target_ix on series_value_aud (rev, id) where attribute = 'TARGET';
create index series_value_aud_actual_ix on series_value_aud (rev, id) where attribute = 'ACTUAL';
create index series_value_aud_place_ix on series_value_aud (item_id, attribute, year, rev);
create index decision_aud_verdict_ix on decision_aud (verdict, rev, id);
create index decision_aud_walk_ix on decision_aud (rev, id);
create index decision_aud_request_ix on decision_aud (request_id, person_account, rev);
create index submission_aud_request_ix on submission_aud (request_id, rev);
create index proposed_change_aud_item_ix on proposed_change_aud (item_id, attribute, year, rev);
create index viewing_person_ix on viewing (request_id, person_account);
create index series_aud_indicator_ix on series_aud (indicator_id);
drop index decision_aud_rev_ix;
