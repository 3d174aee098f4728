-- One row a process started by a module: the engine does not keep business keys unique, this table does.
create table process_start (
  process      text not null,
  business_key text not null,
  company      text not null references company,
  started_at   timestamptz not null,
  primary key (process, business_key)
);

-- What the task list shows, written in the transaction that changes the engine's task. A task that is done was done by
-- its assignee; one that is gone was overtaken by events.
create table task (
  id             uuid primary key,
  engine_task_id text not null unique,
  company        text not null references company,
  store_code     text not null,
  definition     text not null,
  form           text,
  process        text not null,
  business_key   text not null,
  subject        text not null,
  title          text not null,
  amount_fen     bigint,
  due_on         date,
  candidate_role text not null,
  assignee       uuid references app_user,
  assignee_name  text,
  status         text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'GONE')),
  created_at     timestamptz not null,
  ended_at       timestamptz,
  foreign key (company, store_code) references organisation_unit (company, code),
  check ((assignee is null) = (assignee_name is null)),
  check ((status = 'OPEN') = (ended_at is null)),
  check (status <> 'DONE' or assignee is not null)
);
create index on task (assignee, (coalesce(due_on, 'infinity'::date)), id) where status = 'OPEN';
create index on task (company, candidate_role, (coalesce(due_on, 'infinity'::date)), id) where status = 'OPEN';
create index on task (business_key) where status = 'OPEN';

call reach_by_company('process_start');
call reach_by_store('task');

call audit_changes('task', subject => 'business_key', silent => '{assignee}', at_insert => false);
