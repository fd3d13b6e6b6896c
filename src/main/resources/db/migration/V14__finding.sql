-- What auditors find. What a finding is about is exactly one of a revision, a request, an item or value of the plan.
create sequence finding_number increment by 1 cache 1;
create table finding (
    id uuid not null,
    version bigint not null,
    number bigint not null,
    revision_number bigint,
    request_number bigint,
    item_type varchar(20),
    item_id uuid,
    attribute varchar(20),
    year integer,
    body text not null,
    severity varchar(10) not null,
    text text not null,
    due date not null,
    state varchar(10) not null,
    raised_by_account text not null,
    raised_by_name text not null,
    raised_by_position text not null,
    raised_by_body text,
    raised_at timestamp with time zone not null,
    reminded date,
    constraint finding_pk primary key (id),
    constraint finding_number_uq unique (number),
    constraint finding_subject_ck check (num_nonnulls(revision_number, request_number, item_id) = 1),
    constraint finding_severity_ck check (severity in ('LOW', 'MEDIUM', 'HIGH')),
    constraint finding_state_ck check (state in ('OPEN', 'ANSWERED', 'CLOSED', 'WITHDRAWN'))
);
create table finding_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    number bigint,
    revision_number bigint,
    request_number bigint,
    item_type varchar(20),
    item_id uuid,
    attribute varchar(20),
    year integer,
    body text,
    severity varchar(10),
    text text,
    due date,
    state varchar(10),
    raised_by_account text,
    raised_by_name text,
    raised_by_position text,
    raised_by_body text,
    raised_at timestamp with time zone,
    reminded date,
    constraint finding_aud_pk primary key (id, rev),
    constraint finding_aud_rev_fk foreign key (rev) references revision (number)
);
create index finding_aud_rev_ix on finding_aud (rev);
create index finding_state_ix on finding (state, body);
create index finding_revision_ix on finding (revision_number);
create index finding_request_ix on finding (request_number);
create index finding_item_ix on finding (item_id);

create table finding_entry (
    id uuid not null,
    finding_id uuid not null,
    act varchar(10) not null,
    text text not null,
    due date,
    author_account text not null,
    author_name text not null,
    author_position text not null,
    author_body text,
    written_at timestamp with time zone not null,
    constraint finding_entry_pk primary key (id),
    constraint finding_entry_finding_fk foreign key (finding_id) references finding (id),
    constraint finding_entry_act_ck check (act in ('ANSWERED', 'RETURNED', 'CLOSED', 'WITHDRAWN'))
);
create table finding_entry_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    finding_id uuid,
    act varchar(10),
    text text,
    due date,
    author_account text,
    author_name text,
    author_position text,
    author_body text,
    written_at timestamp with time zone,
    constraint finding_entry_aud_pk primary key (id, rev),
    constraint finding_entry_aud_rev_fk foreign key (rev) references revision (number)
);
create index finding_entry_aud_rev_ix on finding_entry_aud (rev);
create index finding_entry_finding_ix on finding_entry (finding_id);
comment on table finding_entry is 'append-only: what was said about a finding stays said';
