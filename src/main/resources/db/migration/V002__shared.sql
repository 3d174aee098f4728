-- each node takes a block of numbers at a time
create sequence business_number increment by 50;

-- keys of callers who may repeat themselves; the row commits with the effect of the call
create table idempotent_call (
  caller      text not null,
  operation   text not null,
  key         text not null,
  mark        text not null,
  answer      text,
  called_at   timestamptz not null,
  primary key (caller, operation, key)
);
