-- What proves the audit: revisions and audit rows are sealed in batches into a hash chain.

-- One link of the chain. Its hash covers the root of the tree over its leaves and the hash of the link before.
create table seal (
    number bigint not null,
    sealed_at timestamp with time zone not null,
    revisions bigint not null,
    leaves bigint not null,
    root bytea not null,
    previous bytea not null,
    hash bytea not null,
    key_id text,
    signature bytea,
    constraint seal_pk primary key (number),
    constraint seal_hash_uq unique (hash),
    constraint seal_signature_ck check ((key_id is null) = (signature is null))
);
comment on table seal is 'append-only: links of the hash chain over the audit';

-- The hash of each sealed row. Names are compared byte by byte, whatever the language of the database. There is no
-- foreign key: the verification finds a leaf without its seal, and millions of them are written at once.
create table seal_leaf (
    seal bigint not null,
    revision bigint not null,
    table_name text collate "C" not null,
    -- The id of the audited row; empty for the revision itself.
    row_key text collate "C" not null,
    hash bytea not null,
    constraint seal_leaf_pk primary key (table_name, revision, row_key)
);
comment on table seal_leaf is 'append-only: hashes of the sealed rows';
create index seal_leaf_seal_ix on seal_leaf (seal);
-- Each minute asks which revisions have no leaf yet.
create unique index seal_leaf_revision_ix on seal_leaf (revision) where table_name = 'revision';

-- The public keys that seals were signed with, so that anybody can check them.
create table seal_key (
    id text not null,
    public_key bytea not null,
    since timestamp with time zone not null,
    constraint seal_key_pk primary key (id)
);
comment on table seal_key is 'append-only: public keys of the seals';

-- When the whole was verified, by whom, and what was found.
create table seal_verification (
    id uuid not null,
    verified_at timestamp with time zone not null,
    account text,
    seals bigint not null,
    rows bigint not null,
    unsealed bigint not null,
    live bigint not null,
    replayed bigint not null,
    milliseconds bigint not null,
    found bigint not null,
    -- One fault a line: kind, table, revision and row, with tabs between; the first ones.
    faults text not null,
    constraint seal_verification_pk primary key (id)
);
comment on table seal_verification is 'append-only: verifications and what they found';
create index seal_verification_at_ix on seal_verification (verified_at);

-- What proves each hour that a change is audited and sealed. Nothing ever stays in it: the proof is rolled back.
create table canary (
    id uuid not null,
    version bigint not null,
    note text not null,
    amount numeric not null,
    seen_at timestamp with time zone not null,
    constraint canary_pk primary key (id)
);
create table canary_aud (
    id uuid not null,
    rev bigint not null,
    revtype smallint not null,
    note text,
    amount numeric,
    seen_at timestamp with time zone,
    constraint canary_aud_pk primary key (id, rev),
    constraint canary_aud_rev_fk foreign key (rev) references revision (number)
);
create index canary_aud_rev_ix on canary_aud (rev);
