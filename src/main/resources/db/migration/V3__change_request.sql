-- Change requests with what they propose and what was decided on them.
create sequence change_request_number increment by 1 cache 1;

create table change_request (
    id uuid not null,
    version bigint not null,
    number bigint not null,
    title text not null,
    justification text not null,
    basis text not null,
    state varchar(20) not null,
    round integer not null,
    author_account text not null,
    author_name text not null,
    author_position text not null,
    author_body text,
    submitter_account text,
    submitter_name text,
    submitter_position text,
    submitter_body text,
    steps text not null,
    step integer not null,
    content_hash text,
    created_at timestamp with time zone not null,
    edited_at timestamp with time zone not null,
    submitted_at timestamp with time zone,
    closed_at timestamp with time zone,
    constraint change_request_pk primary key (id),
    constraint change_request_number_uq unique (number),
    constraint change_request_state_ck check (state in ('DRAFT', 'IN_REVIEW', 'RETURNED', 'WITHDRAWN', 'APPROVED', 'REJECTED'))
);
create table change_request_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    number bigint,
    title text,
    justification text,
    basis text,
    state varchar(20),
    round integer,
    author_account text,
    author_name text,
    author_position text,
    author_body text,
    submitter_account text,
    submitter_name text,
    submitter_position text,
    submitter_body text,
    steps text,
    step integer,
    content_hash text,
    created_at timestamp with time zone,
    edited_at timestamp with time zone,
    submitted_at timestamp with time zone,
    closed_at timestamp with time zone,
    constraint change_request_aud_pk primary key (id, rev),
    constraint change_request_aud_rev_fk foreign key (rev) references revision (number)
);
create index change_request_aud_rev_ix on change_request_aud (rev);

create index change_request_state_ix on change_request (state);
create index change_request_body_ix on change_request (author_body);

create table proposed_change (
    id uuid not null,
    version bigint not null,
    request_id uuid not null,
    position integer not null,
    kind varchar(10) not null,
    item_type varchar(20) not null,
    item_id uuid not null,
    attribute varchar(20),
    year integer,
    goal_id uuid,
    base text,
    value text,
    constraint proposed_change_pk primary key (id),
    constraint proposed_change_request_fk foreign key (request_id) references change_request (id)
);
create table proposed_change_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    request_id uuid,
    position integer,
    kind varchar(10),
    item_type varchar(20),
    item_id uuid,
    attribute varchar(20),
    year integer,
    goal_id uuid,
    base text,
    value text,
    constraint proposed_change_aud_pk primary key (id, rev),
    constraint proposed_change_aud_rev_fk foreign key (rev) references revision (number)
);
create index proposed_change_aud_rev_ix on proposed_change_aud (rev);

create index proposed_change_request_ix on proposed_change (request_id);
create index proposed_change_item_ix on proposed_change (item_id);

-- One decision of a person on one round; the same person cannot decide twice on it.
create table decision (
    id uuid not null,
    request_id uuid not null,
    round integer not null,
    step varchar(20) not null,
    verdict varchar(20) not null,
    reason text not null,
    person_account text not null,
    person_name text not null,
    person_position text not null,
    person_body text,
    decided_at timestamp with time zone not null,
    content_hash text not null,
    constraint decision_pk primary key (id),
    constraint decision_request_fk foreign key (request_id) references change_request (id),
    constraint decision_once_uq unique (request_id, round, person_account)
);
create table decision_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    request_id uuid,
    round integer,
    step varchar(20),
    verdict varchar(20),
    reason text,
    person_account text,
    person_name text,
    person_position text,
    person_body text,
    decided_at timestamp with time zone,
    content_hash text,
    constraint decision_aud_pk primary key (id, rev),
    constraint decision_aud_rev_fk foreign key (rev) references revision (number)
);
create index decision_aud_rev_ix on decision_aud (rev);

-- Which positions decide, by the risk of the heaviest change in the set.
create table route (
    risk varchar(20) not null,
    version bigint not null,
    steps text not null,
    constraint route_pk primary key (risk)
);
create table route_aud (
    risk varchar(20) not null,
    rev bigint not null,
    revtype smallint not null,
    steps text,
    constraint route_aud_pk primary key (risk, rev),
    constraint route_aud_rev_fk foreign key (rev) references revision (number)
);
create index route_aud_rev_ix on route_aud (rev);
