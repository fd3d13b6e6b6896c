-- The outbox: what has to follow a commit is recorded with it. The columns are those of Spring Modulith's registry.
create table event_publication (
    id uuid not null,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamp with time zone not null,
    completion_date timestamp with time zone,
    status text,
    completion_attempts integer,
    last_resubmission_date timestamp with time zone,
    constraint event_publication_pk primary key (id)
);
create index event_publication_event_ix on event_publication using hash (serialized_event);
create index event_publication_completion_ix on event_publication (completion_date);

-- One mail to one person: about one thing at once, or the digest of a day.
create table letter (
    id uuid not null,
    version bigint not null,
    account text not null,
    digest_day date,
    state varchar(10) not null,
    attempts integer not null,
    created_at timestamp with time zone not null,
    claimed_at timestamp with time zone,
    closed_at timestamp with time zone,
    failure text,
    constraint letter_pk primary key (id),
    constraint letter_state_ck check (state in ('DUE', 'SENT', 'DROPPED', 'GIVEN_UP'))
);

-- What one person was told. It is no part of the plan's history, so it has no audit table.
create table notification (
    id uuid not null,
    version bigint not null,
    account text not null,
    kind varchar(40) not null,
    link text not null,
    arguments text not null,
    happened_at timestamp with time zone not null,
    read_at timestamp with time zone,
    mailing varchar(10) not null,
    letter_id uuid,
    constraint notification_pk primary key (id),
    constraint notification_mailing_ck check (mailing in ('AT_ONCE', 'DIGEST', 'NONE')),
    constraint notification_letter_fk foreign key (letter_id) references letter (id)
);
create index notification_account_ix on notification (account, happened_at, id);
create index notification_unread_ix on notification (account) where read_at is null;
create index notification_digest_ix on notification (happened_at) where mailing = 'DIGEST' and letter_id is null;
create index notification_letter_ix on notification (letter_id);

-- Who wants to be written to in which language and, where it differs from the usual, when.
create table mail_preference (
    account text not null,
    version bigint not null,
    language varchar(2) not null,
    constraint mail_preference_pk primary key (account),
    constraint mail_preference_language_ck check (language in ('RU', 'KK', 'EN'))
);
create table mail_choice (
    account text not null,
    kind varchar(40) not null,
    mailing varchar(10) not null,
    constraint mail_choice_pk primary key (account, kind),
    constraint mail_choice_preference_fk foreign key (account) references mail_preference (account),
    constraint mail_choice_mailing_ck check (mailing in ('AT_ONCE', 'DIGEST', 'NONE'))
);
