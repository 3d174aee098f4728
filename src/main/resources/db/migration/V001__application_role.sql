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
  execute format('create policy reach on %s using ((select current_setting(''shouqi.company'', true)) = ''*'' or (%s))',
    rows, visible);
end $$;

-- rows of a company
create procedure reach_by_company(rows regclass, company text default 'company') language plpgsql as $$
begin
  call reach_policy(rows, format('%I = (select current_setting(''shouqi.company'', true))', company));
end $$;

-- rows of a store; those that carry the company's code instead belong to the company itself
create procedure reach_by_store(rows regclass) language plpgsql as $$
begin
  call reach_policy(rows, 'company = (select current_setting(''shouqi.company'', true))
    and ((select current_setting(''shouqi.stores'', true)) = ''*''
         or store_code = any ((select string_to_array(current_setting(''shouqi.stores'', true), '',''))::text[]))');
end $$;

-- parts are seen with the whole
create procedure reach_by_whole(rows regclass, part text, whole regclass, key text) language plpgsql as $$
begin
  call reach_policy(rows, format('exists (select 1 from %s w where w.%I = %s.%I)', whole, key, rows, part));
end $$;

-- rows that only the product itself works with
create procedure reach_by_product(rows regclass) language plpgsql as $$
begin
  call reach_policy(rows, 'false');
end $$;
