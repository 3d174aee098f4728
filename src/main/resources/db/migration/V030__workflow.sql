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
  -- what the diagram calls this step
  step           text not null,
  form           text,
  process        text not null,
  business_key   text not null,
  subject        text not null,
  title          text not null,
  -- where and whom it is about, as far as the module that owns the subject says so
  address        text not null default '',
  parties        text not null default '',
  -- what a search looks through
  words          text not null generated always as
    (lower(subject || ' ' || business_key || ' ' || title || ' ' || address || ' ' || parties)) stored,
  amount_fen     bigint,
  due_on         date,
  candidate_role text not null,
  assignee       uuid references app_user,
  assignee_name  text,
  assigned_at    timestamptz,
  -- who handed it to the assignee and waits for it; a task that was taken or given back waits for nobody
  delegated_by   uuid references app_user,
  delegated_name text,
  status         text not null default 'OPEN' check (status in ('OPEN', 'DONE', 'GONE')),
  created_at     timestamptz not null,
  ended_at       timestamptz,
  foreign key (company, store_code) references organisation_unit (company, code),
  check ((assignee is null) = (assignee_name is null)),
  check ((assignee is null) = (assigned_at is null)),
  check ((delegated_by is null) = (delegated_name is null)),
  check (delegated_by is null or assignee is not null),
  check ((status = 'OPEN') = (ended_at is null)),
  check (status <> 'DONE' or assignee is not null)
);
-- open tasks are few among those that were ever open, so one index for all queues is enough
create index on task (company, store_code) where status = 'OPEN';
create index on task (business_key) where status = 'OPEN';
-- the history of a case
create index on task (company, subject);

call reach_by_company('process_start');
call reach_by_store('task');

call audit_changes('task', subject => 'business_key', silent => '{assignee,assigned_at,delegated_by,words}',
  at_insert => false);
