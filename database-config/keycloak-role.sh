#!/usr/bin/env bash
# Gives Keycloak a database and a role of its own. PostgreSQL's image runs this on an empty volume; on one that is in use,
# run it once by hand as told in application-role.sh.
set -euo pipefail

psql --quiet --set=ON_ERROR_STOP=1 --set=password="$KEYCLOAK_DB_PASSWORD" \
    --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
select 'create role keycloak login' where not exists (select from pg_roles where rolname = 'keycloak') \gexec
alter role keycloak password :'password';
select 'create database keycloak owner keycloak'
    where not exists (select from pg_database where datname = 'keycloak') \gexec
SQL
