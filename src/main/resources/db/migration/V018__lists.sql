-- How somebody likes a list. What nobody chose has no row. Trifles, so not audited.
create table list_setting (
  person  uuid not null,
  list    text not null,
  -- codes in order, joined by commas; null for the list's own
  columns text,
  density text not null check (density in ('COMFORTABLE', 'COMPACT')),
  primary key (person, list)
);

-- Filters that somebody gave a name.
create table saved_filter (
  id     uuid primary key,
  person uuid not null,
  list   text not null,
  name   text not null,
  -- as it stands behind the question mark of the page
  query  text not null,
  -- the list opens with it
  opens  boolean not null default false,
  unique (person, list, name)
);
create unique index on saved_filter (person, list) where opens;

-- People come later than lists, so the rows are matched with who the transaction says it is.
create procedure reach_by_person(rows regclass) language plpgsql as $$
begin
  call reach_policy(rows, '(select current_setting(''shouqi.company'', true)) = ''*''
    or person = ((select nullif(current_setting(''shouqi.caller'', true), ''''))::jsonb->>''user'')::uuid');
end $$;

call reach_by_person('list_setting');
call reach_by_person('saved_filter');
