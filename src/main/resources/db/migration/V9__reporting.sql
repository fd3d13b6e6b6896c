-- Where the fact of a series in one year comes from.
create table series_provenance (
    id uuid not null,
    version bigint not null,
    item_id uuid not null,
    year integer not null,
    source text not null,
    as_of date,
    preliminary boolean not null,
    comment text not null,
    constraint series_provenance_pk primary key (id),
    constraint series_provenance_item_id_fk foreign key (item_id) references series (id) deferrable initially deferred,
    constraint series_provenance_place_uq unique (item_id, year) deferrable initially deferred
);
create table series_provenance_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    item_id uuid,
    year integer,
    source text,
    as_of date,
    preliminary boolean,
    comment text,
    constraint series_provenance_aud_pk primary key (id, rev),
    constraint series_provenance_aud_rev_fk foreign key (rev) references revision (number)
);
create index series_provenance_aud_rev_ix on series_provenance_aud (rev);
create index series_provenance_aud_item_ix on series_provenance_aud (item_id, rev);

-- Reporting periods: which facts are asked for, from when until when.
create sequence reporting_campaign_number increment by 1 cache 1;

create table reporting_campaign (
    id uuid not null,
    version bigint not null,
    number bigint not null,
    title text not null,
    year integer not null,
    opens date not null,
    due date not null,
    closes date not null,
    threshold numeric not null,
    scope text not null,
    constraint reporting_campaign_pk primary key (id),
    constraint reporting_campaign_number_uq unique (number),
    constraint reporting_campaign_days_ck check (opens <= due and due <= closes)
);
create table reporting_campaign_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    number bigint,
    title text,
    year integer,
    opens date,
    due date,
    closes date,
    threshold numeric,
    scope text,
    constraint reporting_campaign_aud_pk primary key (id, rev),
    constraint reporting_campaign_aud_rev_fk foreign key (rev) references revision (number)
);
create index reporting_campaign_aud_rev_ix on reporting_campaign_aud (rev);
create index reporting_campaign_year_ix on reporting_campaign (year);

-- The change requests with which a body reports on a period; the newest is the one that it writes on.
create table reporting_request (
    id uuid not null,
    version bigint not null,
    campaign_id uuid not null,
    body text not null,
    request_number bigint not null,
    constraint reporting_request_pk primary key (id),
    constraint reporting_request_campaign_fk foreign key (campaign_id) references reporting_campaign (id),
    constraint reporting_request_once_uq unique (request_number)
);
create table reporting_request_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    campaign_id uuid,
    body text,
    request_number bigint,
    constraint reporting_request_aud_pk primary key (id, rev),
    constraint reporting_request_aud_rev_fk foreign key (rev) references revision (number)
);
create index reporting_request_aud_rev_ix on reporting_request_aud (rev);
create index reporting_request_campaign_ix on reporting_request (campaign_id, body);

-- Leave to report after closing, asked for and decided.
create table reporting_exception (
    id uuid not null,
    version bigint not null,
    campaign_id uuid not null,
    body text not null,
    reason text not null,
    until date not null,
    state varchar(10) not null,
    asked_by_account text not null,
    asked_by_name text not null,
    asked_by_position text not null,
    asked_at timestamp with time zone not null,
    decided_by_account text,
    decided_by_name text,
    decided_by_position text,
    decided_at timestamp with time zone,
    decision_reason text not null,
    constraint reporting_exception_pk primary key (id),
    constraint reporting_exception_campaign_fk foreign key (campaign_id) references reporting_campaign (id),
    constraint reporting_exception_state_ck check (state in ('ASKED', 'GRANTED', 'REFUSED')),
    constraint reporting_exception_decided_ck check ((state = 'ASKED') = (decided_by_account is null))
);
create table reporting_exception_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    campaign_id uuid,
    body text,
    reason text,
    until date,
    state varchar(10),
    asked_by_account text,
    asked_by_name text,
    asked_by_position text,
    asked_at timestamp with time zone,
    decided_by_account text,
    decided_by_name text,
    decided_by_position text,
    decided_at timestamp with time zone,
    decision_reason text,
    constraint reporting_exception_aud_pk primary key (id, rev),
    constraint reporting_exception_aud_rev_fk foreign key (rev) references revision (number)
);
create index reporting_exception_aud_rev_ix on reporting_exception_aud (rev);
create index reporting_exception_campaign_ix on reporting_exception (campaign_id);

-- What bodies have been told about a period, so that nobody is told twice.
create table reporting_told (
    id uuid not null,
    version bigint not null,
    campaign_id uuid not null,
    body text not null,
    occasion varchar(10) not null,
    told_on date not null,
    constraint reporting_told_pk primary key (id),
    constraint reporting_told_campaign_fk foreign key (campaign_id) references reporting_campaign (id),
    constraint reporting_told_once_uq unique (campaign_id, body, occasion)
);
create table reporting_told_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    campaign_id uuid,
    body text,
    occasion varchar(10),
    told_on date,
    constraint reporting_told_aud_pk primary key (id, rev),
    constraint reporting_told_aud_rev_fk foreign key (rev) references revision (number)
);
create index reporting_told_aud_rev_ix on reporting_told_aud (rev);
