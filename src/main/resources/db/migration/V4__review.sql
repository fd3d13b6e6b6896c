-- The whole review: routes in editions with days, several offices at one step, verdicts on single changes, the rounds
-- as they were submitted, who opened a request, who stands in for whom, and who took over from whom.

-- Each edition of a route is a row of its own and never changes: a request keeps the one that it started with.
alter table route rename to route_before;
alter table route_aud rename to route_aud_before;
create table route (
    id uuid not null,
    risk varchar(20) not null,
    edition integer not null,
    stages text not null,
    since timestamp with time zone not null,
    constraint route_edition_pk primary key (id),
    constraint route_edition_uq unique (risk, edition)
);
create table route_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    risk varchar(20),
    edition integer,
    stages text,
    since timestamp with time zone,
    constraint route_edition_aud_pk primary key (id, rev),
    constraint route_edition_aud_rev_fk foreign key (rev) references revision (number)
);
-- The steps kept so far had no days; three working days each are what the first routes grant.
insert into route (id, risk, edition, stages, since)
select md5('route/' || risk || '/1')::uuid, risk, 1, regexp_replace(steps, '([A-Z_]+)', '\1:3', 'g'), now()
from route_before;
insert into route_aud (id, rev, revtype, risk, edition, stages, since)
select md5('route/' || b.risk || '/1')::uuid, b.rev, b.revtype, b.risk, 1, r.stages, r.since
from route_aud_before b join route r on r.risk = b.risk;
drop table route_before;
drop table route_aud_before;
create index route_aud_rev_ix on route_aud (rev);

alter table change_request rename column basis to basis_name;
alter table change_request rename column steps to stages;
alter table change_request
    add column basis_number text not null default '',
    add column basis_date date,
    add column basis_file uuid,
    add column risk varchar(20),
    add column route_edition integer,
    add column stage_since timestamp with time zone,
    add column stage_due date,
    add column reminded varchar(20) not null default 'NONE',
    add column origin bigint,
    add column writer_account text,
    add column writer_name text,
    add column writer_position text,
    add column writer_body text,
    add column hands text not null default '';
update change_request set
    stages = regexp_replace(stages, '([A-Z_]+)', '\1:3', 'g'), stage_since = submitted_at,
    hands = author_account || E'\n',
    writer_account = author_account, writer_name = author_name, writer_position = author_position,
    writer_body = author_body;
alter table change_request alter column writer_account set not null;
alter table change_request alter column writer_name set not null;
alter table change_request alter column writer_position set not null;
alter table change_request_aud rename column basis to basis_name;
alter table change_request_aud rename column steps to stages;
alter table change_request_aud
    add column basis_number text default '',
    add column basis_date date,
    add column basis_file uuid,
    add column risk varchar(20),
    add column route_edition integer,
    add column stage_since timestamp with time zone,
    add column stage_due date,
    add column reminded varchar(20) default 'NONE',
    add column origin bigint,
    add column writer_account text,
    add column writer_name text,
    add column writer_position text,
    add column writer_body text,
    add column hands text default '';
update change_request_aud set
    stages = regexp_replace(stages, '([A-Z_]+)', '\1:3', 'g'), stage_since = submitted_at,
    hands = author_account || E'\n',
    writer_account = author_account, writer_name = author_name, writer_position = author_position,
    writer_body = author_body;
create index change_request_writer_ix on change_request (writer_account);
create index change_request_origin_ix on change_request (origin);

-- Which offices answer for a change beside the author's body, as the plan stood when it was written.
alter table proposed_change
    add column heads text not null default '',
    add column curators text not null default '',
    add column remark text not null default '',
    add column suggestion text;
alter table proposed_change_aud
    add column heads text default '',
    add column curators text default '',
    add column remark text default '',
    add column suggestion text;
-- What was proposed before this had no offices named: the author's body decides, as it did, and a curator's stage
-- waits until the author sends the request again.

alter table decision
    add column office text,
    add column principal_account text,
    add column principal_name text,
    add column principal_position text,
    add column principal_body text,
    add column split_into bigint;
alter table decision_aud
    add column office text,
    add column principal_account text,
    add column principal_name text,
    add column principal_position text,
    add column principal_body text,
    add column split_into bigint;

-- What a decision said of a single change that it did not accept, with the change as it was.
create table decision_item (
    id uuid not null,
    decision_id uuid not null,
    request_id uuid not null,
    verdict varchar(20) not null,
    reason text not null,
    suggestion text,
    kind varchar(10) not null,
    item_type varchar(20) not null,
    item_id uuid not null,
    attribute varchar(20),
    year integer,
    goal_id uuid,
    base text,
    value text,
    constraint decision_item_pk primary key (id),
    constraint decision_item_decision_fk foreign key (decision_id) references decision (id)
);
create table decision_item_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    decision_id uuid,
    request_id uuid,
    verdict varchar(20),
    reason text,
    suggestion text,
    kind varchar(10),
    item_type varchar(20),
    item_id uuid,
    attribute varchar(20),
    year integer,
    goal_id uuid,
    base text,
    value text,
    constraint decision_item_aud_pk primary key (id, rev),
    constraint decision_item_aud_rev_fk foreign key (rev) references revision (number)
);
create index decision_item_aud_rev_ix on decision_item_aud (rev);
create index decision_item_request_ix on decision_item (request_id);
create index decision_item_goal_ix on decision_item (goal_id);

-- The request as it was submitted in each round.
create table submission (
    id uuid not null,
    request_id uuid not null,
    round integer not null,
    title text not null,
    justification text not null,
    basis_name text not null,
    basis_number text not null,
    basis_date date,
    basis_file uuid,
    changes text not null,
    content_hash text not null,
    submitted_at timestamp with time zone not null,
    constraint submission_pk primary key (id),
    constraint submission_round_uq unique (request_id, round),
    constraint submission_request_fk foreign key (request_id) references change_request (id)
);
create table submission_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    request_id uuid,
    round integer,
    title text,
    justification text,
    basis_name text,
    basis_number text,
    basis_date date,
    basis_file uuid,
    changes text,
    content_hash text,
    submitted_at timestamp with time zone,
    constraint submission_aud_pk primary key (id, rev),
    constraint submission_aud_rev_fk foreign key (rev) references revision (number)
);
create index submission_aud_rev_ix on submission_aud (rev);

-- The file of a basis document; kept once however many requests rest on it. Its content is not copied into the audit:
-- the row never changes, and its hash is there.
create table basis_file (
    id uuid not null,
    name text not null,
    media_type text not null,
    size bigint not null,
    sha256 text not null,
    uploaded_at timestamp with time zone not null,
    uploader_account text not null,
    uploader_name text not null,
    uploader_position text not null,
    uploader_body text,
    content bytea not null,
    constraint basis_file_pk primary key (id)
);
create table basis_file_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    name text,
    media_type text,
    size bigint,
    sha256 text,
    uploaded_at timestamp with time zone,
    uploader_account text,
    uploader_name text,
    uploader_position text,
    uploader_body text,
    constraint basis_file_aud_pk primary key (id, rev),
    constraint basis_file_aud_rev_fk foreign key (rev) references revision (number)
);
create index basis_file_aud_rev_ix on basis_file_aud (rev);

-- Who had which content of a request before him, and since when. Only ever added to.
create table viewing (
    id uuid not null,
    request_id uuid not null,
    round integer not null,
    content_hash text not null,
    person_account text not null,
    person_name text not null,
    person_position text not null,
    person_body text,
    viewed_at timestamp with time zone not null,
    constraint viewing_pk primary key (id),
    constraint viewing_request_fk foreign key (request_id) references change_request (id)
);
create index viewing_request_ix on viewing (request_id);

-- Somebody decides for the holder of a position during a period.
create table substitution (
    id uuid not null,
    version bigint not null,
    holder_account text not null,
    holder_name text not null,
    holder_position text not null,
    holder_body text,
    substitute_account text not null,
    substitute_name text not null,
    substitute_position text not null,
    substitute_body text,
    first_day date not null,
    last_day date not null,
    ended_at timestamp with time zone,
    constraint substitution_pk primary key (id),
    constraint substitution_days_ck check (first_day <= last_day)
);
create table substitution_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    holder_account text,
    holder_name text,
    holder_position text,
    holder_body text,
    substitute_account text,
    substitute_name text,
    substitute_position text,
    substitute_body text,
    first_day date,
    last_day date,
    ended_at timestamp with time zone,
    constraint substitution_aud_pk primary key (id, rev),
    constraint substitution_aud_rev_fk foreign key (rev) references revision (number)
);
create index substitution_aud_rev_ix on substitution_aud (rev);
create index substitution_substitute_ix on substitution (substitute_account, last_day);

-- The drafts and duties of one person passed to another.
create table hand_over (
    id uuid not null,
    leaver_account text not null,
    leaver_name text not null,
    leaver_position text not null,
    leaver_body text,
    successor_account text not null,
    successor_name text not null,
    successor_position text not null,
    successor_body text,
    reason text not null,
    requests integer not null,
    handed_at timestamp with time zone not null,
    constraint hand_over_pk primary key (id)
);
create table hand_over_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    leaver_account text,
    leaver_name text,
    leaver_position text,
    leaver_body text,
    successor_account text,
    successor_name text,
    successor_position text,
    successor_body text,
    reason text,
    requests integer,
    handed_at timestamp with time zone,
    constraint hand_over_aud_pk primary key (id, rev),
    constraint hand_over_aud_rev_fk foreign key (rev) references revision (number)
);
create index hand_over_aud_rev_ix on hand_over_aud (rev);
