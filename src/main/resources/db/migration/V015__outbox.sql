-- Events are facts. tx orders them: readers stay below the oldest running transaction, so no late commit is skipped.
create table outbox (
  id         bigint generated always as identity primary key,
  tx         xid8 not null default pg_current_xact_id(),
  company    text not null,
  topic      text not null,
  payload    text not null,
  created_at timestamptz not null default now()
);
create index on outbox (topic, tx, id);
revoke update, delete on outbox from shouqi_app;
create trigger outbox_is_final before update or delete or truncate on outbox for each statement execute function refuse_change();

create table outbox_cursor (
  consumer text primary key,
  tx       xid8 not null,
  id       bigint not null
);

-- events a consumer could not take yet; after the last attempt they wait here for a person
create table outbox_retry (
  consumer text not null,
  event_id bigint not null references outbox,
  attempts int not null,
  next_at  timestamptz not null,
  error    text not null,
  primary key (consumer, event_id)
);
create index on outbox_retry (consumer, next_at);

call reach_by_company('outbox');
call reach_by_whole('outbox_retry', 'event_id', 'outbox', 'id');
