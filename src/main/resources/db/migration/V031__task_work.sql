-- What people did with a task and said about it. That it was opened and how it ended stands in the task itself.
create table task_event (
  id         bigint generated always as identity primary key,
  task_id    uuid not null references task,
  kind       text not null,
  at         timestamptz not null,
  actor      uuid not null,
  actor_name text not null,
  -- the absent colleague who was stood in for
  acting_for text,
  -- the colleague or the file it was about
  about      text,
  words      text
);
create index on task_event (task_id, id);
revoke update, delete, truncate on task_event from shouqi_app;
create trigger task_event_is_final before update or delete or truncate on task_event
  for each statement execute function refuse_change();

-- Files are never opened by the product: looked at by their first bytes, kept, and handed out as downloads.
create table task_attachment (
  id            uuid primary key,
  task_id       uuid not null references task,
  name          text not null,
  type          text not null,
  size          int not null check (size > 0),
  added_by      uuid not null references app_user,
  added_by_name text not null,
  added_at      timestamptz not null
);
create index on task_attachment (task_id);

-- apart from the row that the log describes
create table task_attachment_content (
  attachment_id uuid primary key references task_attachment on delete cascade,
  content       bytea not null
);
-- photographs and documents are compressed already
alter table task_attachment_content alter content set storage external;

-- what somebody has typed and not sent yet; gone as soon as the task is
create table task_draft (
  task_id  uuid not null references task,
  person   uuid not null references app_user,
  answers  text not null,
  saved_at timestamptz not null,
  primary key (task_id, person)
);

call reach_by_whole('task_event', 'task_id', 'task', 'id');
call reach_by_whole('task_attachment', 'task_id', 'task', 'id');
call reach_by_whole('task_attachment_content', 'attachment_id', 'task_attachment', 'id');
call reach_by_whole('task_draft', 'task_id', 'task', 'id');

call audit_changes('task_attachment', silent => '{added_by}',
  whose => 'select t.business_key, t.company, t.store_code, t.subject from task t where t.id = $1.task_id');
