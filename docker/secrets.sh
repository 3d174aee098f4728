#!/usr/bin/env bash
# Draws each password at the first start and keeps it from then on.
set -euo pipefail
umask 077
application=10001 # the user of the image
postgres=$(id -u postgres)

draw() {
  local file=/run/shouqi/$1 owner=$2
  mkdir -p "$(dirname "$file")"
  chmod 755 "$(dirname "$file")"
  if [ ! -s "$file" ]; then
    head -c 24 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$file.new"
    mv "$file.new" "$file"
  fi
  chown "$owner" "$file"
}

chmod 755 /run/shouqi
draw database/postgres "$postgres"
draw application/spring.datasource.password "$application"
draw application/shouqi.database.owner-password "$application"
# the server's first start needs the two as well, to create the roles
install -o "$postgres" -m 600 /run/shouqi/application/spring.datasource.password /run/shouqi/database/app
install -o "$postgres" -m 600 /run/shouqi/application/shouqi.database.owner-password /run/shouqi/database/owner
