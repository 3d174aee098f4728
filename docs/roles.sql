-- The two roles of Shouqi, for those who create them by hand: what the application does itself when it is given an
-- administrator's login. Run it with psql, as a login that may create roles, in the database that is to be Shouqi's:
--
--   create database shouqi encoding 'UTF8' template template0;
--   SHOUQI_OWNER_PASSWORD=... SHOUQI_APP_PASSWORD=... psql --dbname=shouqi --file=docs/roles.sql
--
-- Safe to repeat; it also changes the passwords.
\set ON_ERROR_STOP on
\getenv owner_password SHOUQI_OWNER_PASSWORD
\getenv app_password SHOUQI_APP_PASSWORD

begin;
set local password_encryption = 'scram-sha-256';

select 'create role shouqi_owner' where not exists (select 1 from pg_roles where rolname = 'shouqi_owner') \gexec
select 'create role shouqi_app'   where not exists (select 1 from pg_roles where rolname = 'shouqi_app') \gexec

-- owns the schema and runs the migrations
alter role shouqi_owner
  login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password :'owner_password';
-- what the application works as; owns nothing
alter role shouqi_app
  login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password :'app_password';

grant shouqi_owner to current_user;
revoke all on database :"DBNAME" from public;
grant connect, temporary         on database :"DBNAME" to shouqi_app;
grant connect, create, temporary on database :"DBNAME" to shouqi_owner;
alter schema public owner to shouqi_owner;
revoke all on schema public from public;
grant usage on schema public to shouqi_app;
commit;
