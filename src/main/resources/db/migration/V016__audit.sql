-- What happened, who did it and from where. Facts: written in the transaction of the change, never touched again.
-- company and store are null where nobody knows them, such as a login with an unknown name.
create table audit_event (
  id           bigint generated always as identity primary key,
  tx           xid8 not null default pg_current_xact_id(),
  at           timestamptz not null,
  company      text,
  store_code   text,
  actor        uuid,
  actor_name   text not null,
  acting_for   text,
  via          text not null,
  address      text,
  action       text not null,
  subject_kind text not null,
  subject      text,
  before       jsonb,
  after        jsonb,
  detail       text
);
create index on audit_event (tx, id);
create index on audit_event (company, at, id);
create index on audit_event (company, subject, at);

-- The chain: every fact of every source gets a position without gaps. chain is a MAC over the link before and this one,
-- with a key outside of the database; digest is that of the fact's canonical text.
create table audit_seal (
  position  bigint primary key check (position > 0),
  source    text not null,
  key       text not null,
  digest    bytea not null,
  chain     bytea not null,
  sealed_at timestamptz not null,
  unique (source, key)
);

-- how far each source is sealed
create table audit_cursor (
  source text primary key,
  tx     xid8 not null,
  key    text not null
);

-- verifications that people asked for: their progress while they run, their answer for ever
create table audit_check (
  id          uuid primary key,
  asked_at    timestamptz not null,
  seen_at     timestamptz not null,
  checked     bigint not null default 0,
  total       bigint not null,
  finished_at timestamptz,
  waiting     bigint,
  faults      bigint,
  findings    jsonb,
  failure     text
);

revoke update, delete, truncate on audit_event, audit_seal from shouqi_app;
revoke delete, truncate on audit_cursor, audit_check from shouqi_app;
create trigger audit_event_is_final before update or delete or truncate on audit_event
  for each statement execute function refuse_change();
create trigger audit_seal_is_final before update or delete or truncate on audit_seal
  for each statement execute function refuse_change();

-- Writes an event about whoever the transaction runs for, or about that person where a login is still going on; who came
-- without the application is named by database login.
create function audit_record(action text, subject_kind text, subject text, company text, store_code text,
  before jsonb, after jsonb, detail text, actor uuid default null, actor_name text default null)
returns void language plpgsql as $$
declare caller jsonb := nullif(current_setting('shouqi.caller', true), '')::jsonb;
begin
  insert into audit_event(at, company, store_code, actor, actor_name, acting_for, via, address,
                          action, subject_kind, subject, before, after, detail)
  values (coalesce((caller->>'at')::timestamptz, clock_timestamp()),
          coalesce(company, nullif(nullif(current_setting('shouqi.company', true), ''), '*')), store_code,
          coalesce(actor, (caller->>'user')::uuid), coalesce(actor_name, nullif(caller->>'name', ''), session_user),
          caller->>'actingFor',
          coalesce(caller->>'via', 'DATABASE'), caller->>'address',
          action, subject_kind, subject, before, after, detail);
end $$;

-- The columns of one image of a row that the other image has otherwise; all that is set, where there is no other.
create function audit_difference(image jsonb, other jsonb, masked text[], silent text[]) returns jsonb
language sql immutable as $$
  select jsonb_object_agg(i.key, case when i.value <> 'null' and i.key = any(masked) then '"***"' else i.value end)
    from jsonb_each(image) i
   where i.key <> all(silent) and i.value is distinct from coalesce(other->i.key, 'null')
$$;

-- Arguments: a query for subject, company and store of the row $1 and, where people look for it by another number too, for
-- that, which becomes the detail; empty where they are its own columns; the subject's column; masked columns; silent
-- columns.
create function audit_row() returns trigger language plpgsql set timezone = 'UTC' as $$
declare
  old_image jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_image jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  image     jsonb := coalesce(new_image, old_image);
  subject text; company text; store_code text; detail text; before jsonb; after jsonb;
begin
  before := audit_difference(old_image, new_image, tg_argv[2]::text[], tg_argv[3]::text[]);
  after  := audit_difference(new_image, old_image, tg_argv[2]::text[], tg_argv[3]::text[]);
  if before is null and after is null then
    return null;
  end if;
  if tg_argv[0] = '' then
    subject := image->>tg_argv[1];
    company := image->>'company';
    store_code := image->>'store_code';
  elsif tg_op = 'DELETE' then
    execute tg_argv[0] into subject, company, store_code, detail using old;
  else
    execute tg_argv[0] into subject, company, store_code, detail using new;
  end if;
  perform audit_record('row.' || case tg_op when 'INSERT' then 'inserted' when 'UPDATE' then 'updated' else 'deleted' end,
    tg_table_name, subject, company, store_code, before, after, detail);
  return null;
end $$;

-- From here on changes of that table write an event: what is masked shows as ***, what is silent is no change.
-- whose: a query for subject, company, store and perhaps another number of the row $1, where the table has no such
-- columns.
create procedure audit_changes(changed regclass, subject text default null, whose text default '',
  masked text[] default '{}', silent text[] default '{}', at_insert boolean default true,
  at_delete boolean default true) language plpgsql as $$
declare
  hidden  text[] := silent || '{version}';
  columns text; arguments text;
begin
  select string_agg(format('%%1$s.%I', attname), ', ' order by attnum) into columns from pg_attribute
   where attrelid = changed and attnum > 0 and not attisdropped and attname <> all(hidden);
  arguments := format('%L, %L, %L, %L', whose, subject, masked, hidden);
  -- the row comparison keeps updates of silent columns, such as every payment makes, from starting the trigger at all
  execute format('create trigger audit_update after update on %s for each row when ((%s) is distinct from (%s)) '
    'execute function audit_row(%s)', changed, format(columns, 'old'), format(columns, 'new'), arguments);
  if at_delete then
    execute format('create trigger audit_delete after delete on %s for each row execute function audit_row(%s)',
      changed, arguments);
  end if;
  if at_insert then
    execute format('create trigger audit_insert after insert on %s for each row execute function audit_row(%s)',
      changed, arguments);
  end if;
end $$;

-- everybody may add to the log; who reads it sees the events of the own stores, and those of no store for a whole company
call reach_by_store('audit_event');
create policy reach_of_new_events on audit_event for insert with check (true);
