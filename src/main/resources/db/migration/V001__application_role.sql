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

-- Whose rows a transaction sees is what it declared at its beginning (io.shouqi.database.Caller): a company or '*' in
-- shouqi.company, store codes or '*' in shouqi.stores. Who declared nothing sees nothing. The settings are read in
-- sub-selects, so that a query reads them once and not for each row.
create procedure reach_policy(rows regclass, visible text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', rows);
  execute format('create policy reach on %s using (%s)', rows, visible);
end $$;

-- rows of a company
create procedure reach_by_company(rows regclass, company text default 'company') language plpgsql as $$
begin
  call reach_policy(rows, format('(select current_setting(''shouqi.company'', true)) in (%I, ''*'')', company));
end $$;

-- rows of a store; those that carry the company's code instead belong to the company itself
create procedure reach_by_store(rows regclass) language plpgsql as $$
begin
  call reach_policy(rows, '(select current_setting(''shouqi.company'', true)) in (company, ''*'')
    and ((select current_setting(''shouqi.stores'', true)) = ''*''
         or store_code = any ((select string_to_array(current_setting(''shouqi.stores'', true), '',''))::text[]))');
end $$;

-- Parts are seen with the whole. A function looks the whole up by its key: written into the policy, a plan might read
-- all wholes to find the parts of one.
create procedure reach_by_whole(rows regclass, part text, whole regclass, key text) language plpgsql as $$
declare
  looks text := format('reach_to_%s', whole);
  kind  text := (select format_type(atttypid, atttypmod) from pg_attribute where attrelid = whole and attname = key);
begin
  execute format('create or replace function %I(wanted %s) returns boolean language plpgsql stable parallel safe as '
    || '$f$ begin return exists (select 1 from %s w where w.%I = wanted); end $f$', looks, kind, whole, key);
  call reach_policy(rows, format('(select current_setting(''shouqi.company'', true)) = ''*'' or %I(%I)', looks, part));
end $$;

-- rows that only the product itself works with
create procedure reach_by_product(rows regclass) language plpgsql as $$
begin
  call reach_policy(rows, '(select current_setting(''shouqi.company'', true)) = ''*''');
end $$;
