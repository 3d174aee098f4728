-- The application works on rows and owns nothing. Tables that may never change revoke more, each in its own migration.
alter default privileges in schema public grant select, insert, update, delete on tables to shouqi_app;
alter default privileges in schema public grant usage, select on sequences to shouqi_app;
alter default privileges in schema public revoke execute on functions from public;
alter default privileges in schema public grant execute on functions to shouqi_app;

-- Refuses any change to rows that are facts. Attach before update or delete, for each statement.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted; post a reversal instead', tg_table_name
    using errcode = 'integrity_constraint_violation';
end $$;
