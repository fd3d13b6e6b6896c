-- Discussion on change requests, and what people have typed and not sent yet.

-- A comment is a revision of a kind of its own.
alter table revision drop constraint revision_kind_ck;
alter table revision add constraint revision_kind_ck
    check (kind in ('LOAD', 'DRAFT', 'DECISION', 'APPLY', 'DISCUSSION', 'ADMINISTRATION'));

-- Comments on a whole request or, with an item, on one of its changes; a reply names the first comment of its thread.
-- Nothing that was said is edited or deleted.
create table request_comment (
    id uuid not null,
    request_number bigint not null,
    item_type varchar(20),
    item_id uuid,
    attribute varchar(20),
    year integer,
    parent_id uuid,
    text text not null,
    author_account text not null,
    author_name text not null,
    author_position text not null,
    author_body text,
    written_at timestamp with time zone not null,
    constraint request_comment_pk primary key (id),
    constraint request_comment_request_fk foreign key (request_number) references change_request (number),
    constraint request_comment_parent_fk foreign key (parent_id) references request_comment (id),
    constraint request_comment_place_ck check (
        (item_type is null) = (item_id is null)
        and (attribute is null or item_type is not null)
        and (year is null or attribute is not null)
    )
);
create table request_comment_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    request_number bigint,
    item_type varchar(20),
    item_id uuid,
    attribute varchar(20),
    year integer,
    parent_id uuid,
    text text,
    author_account text,
    author_name text,
    author_position text,
    author_body text,
    written_at timestamp with time zone,
    constraint request_comment_aud_pk primary key (id, rev),
    constraint request_comment_aud_rev_fk foreign key (rev) references revision (number)
);
create index request_comment_aud_rev_ix on request_comment_aud (rev);

create index request_comment_request_ix on request_comment (request_number);

-- Who is mentioned in a comment, with the name of the moment.
create table comment_mention (
    id uuid not null,
    comment_id uuid not null,
    account text not null,
    name text not null,
    constraint comment_mention_pk primary key (id),
    constraint comment_mention_comment_fk foreign key (comment_id) references request_comment (id),
    constraint comment_mention_once_uq unique (comment_id, account)
);
create table comment_mention_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    comment_id uuid,
    account text,
    name text,
    constraint comment_mention_aud_pk primary key (id, rev),
    constraint comment_mention_aud_rev_fk foreign key (rev) references revision (number)
);
create index comment_mention_aud_rev_ix on comment_mention_aud (rev);

-- Whether a thread is resolved and who said so last; a thread without a row was never marked.
create table thread_mark (
    thread_id uuid not null,
    version bigint not null,
    request_number bigint not null,
    resolved boolean not null,
    person_account text not null,
    person_name text not null,
    person_position text not null,
    person_body text,
    marked_at timestamp with time zone not null,
    constraint thread_mark_pk primary key (thread_id),
    constraint thread_mark_thread_fk foreign key (thread_id) references request_comment (id)
);
create table thread_mark_aud (
    thread_id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    request_number bigint,
    resolved boolean,
    person_account text,
    person_name text,
    person_position text,
    person_body text,
    marked_at timestamp with time zone,
    constraint thread_mark_aud_pk primary key (thread_id, rev),
    constraint thread_mark_aud_rev_fk foreign key (rev) references revision (number)
);
create index thread_mark_aud_rev_ix on thread_mark_aud (rev);

create index thread_mark_request_ix on thread_mark (request_number);

-- One person's unsent texts. Nobody has said them, hence no audit.
create table jotting (
    id uuid not null,
    account text not null,
    jotting_key varchar(200) not null,
    text text not null,
    saved_at timestamp with time zone not null,
    constraint jotting_pk primary key (id),
    constraint jotting_once_uq unique (account, jotting_key)
);
create index jotting_saved_at_ix on jotting (saved_at);
