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
