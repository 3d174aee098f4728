#!/usr/bin/env bash
# Runs once, when the server of docker-compose.yml is created.
set -euo pipefail
export SHOUQI_OWNER_PASSWORD SHOUQI_APP_PASSWORD
SHOUQI_OWNER_PASSWORD=$(</run/shouqi/database/owner)
SHOUQI_APP_PASSWORD=$(</run/shouqi/database/app)
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --file /opt/shouqi/roles.sql
