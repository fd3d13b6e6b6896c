#!/usr/bin/env bash
# Gives the application a role of its own, which owns nothing; its rights come with the migration. PostgreSQL's image
# runs this on an empty volume. On one that an earlier version has filled, run it once by hand:
#   docker compose exec postgres bash /docker-entrypoint-initdb.d/application-role.sh
set -euo pipefail

psql --quiet --set=ON_ERROR_STOP=1 --set=password="$ZHOSPAR_APP_PASSWORD" \
    --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
select 'create role zhospar_app login' where not exists (select from pg_roles where rolname = 'zhospar_app') \gexec
alter role zhospar_app password :'password';
SQL
