create table receivable (
  id           uuid primary key,
  number       text not null unique,
  company      text not null references company,
  store_code   text not null,
  contract_no  text not null references contract (number),
  payer        text not null,
  payer_name   text not null,
  fee_codes    text not null,
  entrusted    boolean not null,
  tax          text,
  instalment   int not null,
  milestone    text,
  due_on       date,
  amount_fen   bigint not null check (amount_fen > 0),
  paid_fen     bigint not null default 0 check (paid_fen between 0 and amount_fen),
  status       text not null,
  recognised   boolean not null default false,
  asked_at     timestamptz,
  follow_up_on date,
  version      int not null,
  foreign key (company, store_code) references organisation_unit,
  check (status <> 'SETTLED' or paid_fen = amount_fen)
) with (fillfactor = 80);
create index on receivable (contract_no);
create index on receivable (company, store_code, number);
-- what is unpaid, by day; nothing in it changes with a payment that leaves something open
create index on receivable (company, coalesce(due_on, 'infinity'), number) where status in ('WAITING', 'OPEN', 'OVERDUE');
create index on receivable (company, due_on);
create index on receivable (company, store_code, due_on) where status not in ('SETTLED', 'CANCELLED');
create index on receivable (due_on) where not recognised and status <> 'CANCELLED';

create table receivable_follow_up (
  id            bigint generated always as identity primary key,
  receivable_no text not null references receivable (number),
  outcome       text not null,
  note          text,
  next_on       date not null,
  done_by       uuid not null,
  done_by_name  text not null,
  done_at       timestamptz not null
);
create index on receivable_follow_up (receivable_no);
revoke update, delete, truncate on receivable_follow_up from shouqi_app;

call reach_by_store('receivable');
call reach_by_whole('receivable_follow_up', 'receivable_no', 'receivable', 'number');

-- born with the fee list and paid by receipts, which are facts themselves: only what people change is an event
call audit_changes('receivable', subject => 'number', at_insert => false, masked => '{payer_name}',
  silent => '{paid_fen,status,recognised,asked_at}');
call audit_changes('receivable_follow_up',
  whose => 'select number, company, store_code from receivable where number = $1.receivable_no');
