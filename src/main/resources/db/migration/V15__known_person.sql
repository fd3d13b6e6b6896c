-- The people that Keycloak has described, each as of the last time, so that approvers are found while it is down. A copy
-- of what Keycloak keeps and logs itself, hence without an audit table; whatever somebody decides here keeps name, post
-- and body as they were at that moment.
create table known_person (
    account text not null,
    name text not null,
    -- Keys with commas between.
    roles text not null,
    body text,
    curator text,
    email text,
    described_at timestamp with time zone not null,
    constraint known_person_pk primary key (account)
);
