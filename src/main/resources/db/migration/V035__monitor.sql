-- Somebody had a failed step done again. An incident is one failure, so nobody retries it twice.
create table process_retry (
  incident      text primary key,
  batch         uuid not null,
  job           text not null,
  company       text not null references company,
  store_code    text not null,
  process       text not null,
  instance      text not null,
  business_key  text not null,
  element       text not null,
  asked_by      uuid not null,
  asked_by_name text not null,
  asked_at      timestamptz not null,
  foreign key (company, store_code) references organisation_unit (company, code)
);
create index on process_retry (batch);

-- An administrator moved a case by hand.
create table process_change (
  id           uuid primary key,
  company      text not null references company,
  store_code   text not null,
  process      text not null,
  version      int not null,
  instance     text not null,
  business_key text not null,
  from_element text not null,
  to_element   text not null,
  reason       text not null,
  -- the elements it waited at, and the tasks that went
  before       text not null,
  after        text not null,
  done_by      uuid not null,
  done_by_name text not null,
  done_at      timestamptz not null,
  foreign key (company, store_code) references organisation_unit (company, code)
);
create index on process_change (instance);

revoke update, delete, truncate on process_retry, process_change from shouqi_app;
create trigger process_retry_is_final before update or delete on process_retry
  for each statement execute function refuse_change();
create trigger process_change_is_final before update or delete on process_change
  for each statement execute function refuse_change();

call reach_by_store('process_retry');
call reach_by_store('process_change');

call audit_changes('process_retry', subject => 'business_key', silent => '{incident,batch,job,instance,asked_by,asked_by_name,asked_at}');
call audit_changes('process_change', subject => 'business_key', silent => '{instance,done_by,done_by_name,done_at}');
