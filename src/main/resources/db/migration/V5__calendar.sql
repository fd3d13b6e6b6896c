-- Days that are not what their weekday says: holidays, and days that are worked on in place of others.
create table calendar_day (
    id uuid not null,
    version bigint not null,
    day date not null,
    kind varchar(10) not null,
    name_ru text not null,
    name_kk text not null,
    name_en text not null,
    source text not null,
    constraint calendar_day_pk primary key (id),
    constraint calendar_day_day_uq unique (day),
    constraint calendar_day_kind_ck check (kind in ('HOLIDAY', 'WORKING'))
);
create table calendar_day_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    day date,
    kind varchar(10),
    name_ru text,
    name_kk text,
    name_en text,
    source text,
    constraint calendar_day_aud_pk primary key (id, rev),
    constraint calendar_day_aud_rev_fk foreign key (rev) references revision (number)
);
create index calendar_day_aud_rev_ix on calendar_day_aud (rev);

-- Which node does which scheduled work at the moment. Moments are the database's own, in UTC.
create table shedlock (
    name varchar(64) not null,
    lock_until timestamp not null,
    locked_at timestamp not null,
    locked_by varchar(255) not null,
    constraint shedlock_pk primary key (name)
);
