create table contract (
  id                uuid primary key,
  number            text not null unique,
  company           text not null references company,
  store_code        text not null,
  city              text not null,
  external_no       text not null,
  mark              text not null,
  type              text not null check (type in ('RESALE', 'NEW_HOME', 'RENTAL')),
  signed_on         date not null,
  price_fen         bigint check (price_fen > 0),
  monthly_rent_fen  bigint check (monthly_rent_fen > 0),
  address           text not null,
  district          text,
  area              numeric(10, 2),
  services          text not null,
  co_broker_name    text,
  co_broker_percent numeric(7, 4) check (co_broker_percent > 0 and co_broker_percent < 100),
  discount_percent  numeric(7, 4) check (discount_percent > 0 and discount_percent <= 100),
  discount_reason   text,
  status            text not null,
  cancel_reason     text,
  created_by        uuid not null,
  created_by_name   text not null,
  created_for       uuid,
  created_at        timestamptz not null,
  version           int not null,
  unique (company, external_no),
  foreign key (company, store_code) references organisation_unit,
  check ((type = 'RENTAL') = (monthly_rent_fen is not null)),
  check ((type = 'RENTAL') = (price_fen is null))
);
create index on contract (company, store_code, created_at desc);
-- lists of a whole company, which few stores' worth of rows fill
create index on contract (company, created_at, number);
create index on contract (company, signed_on, number);
create index on contract (company, store_code, created_at)
  where status in ('DRAFT', 'PENDING_APPROVAL', 'PENDING_CONFIRMATION');

create table contract_party (
  contract_id uuid not null references contract,
  seq         int not null,
  role        text not null,
  name        text not null,
  phone       bytea not null,
  phone_index bytea not null,
  phone_tail  bytea not null,
  id_no       bytea,
  id_no_index bytea,
  id_no_tail  bytea,
  email       bytea,
  primary key (contract_id, seq),
  -- what identifies a person is sealed for a contract and a role on it
  unique (contract_id, role)
);
create index on contract_party (phone_index);
create index on contract_party (phone_tail);
create index on contract_party (id_no_index);
create index on contract_party (id_no_tail);

create table contract_agent (
  contract_id uuid not null references contract,
  seq         int not null,
  username    text not null,
  name        text not null,
  role        text not null,
  primary key (contract_id, seq)
);

create table contract_instalment (
  contract_id uuid not null references contract,
  seq         int not null,
  milestone   text,
  due_on      date,
  percent     numeric(7, 4) not null check (percent > 0 and percent <= 100),
  primary key (contract_id, seq),
  check ((milestone is null) <> (due_on is null))
);

create table contract_milestone (
  contract_id uuid not null references contract,
  milestone   text not null,
  reached_on  date not null,
  reported_by text not null,
  reported_at timestamptz not null,
  primary key (contract_id, milestone)
);

create table fee_list (
  id          uuid primary key,
  contract_id uuid not null references contract,
  edition     int not null,
  status      text not null,
  total_fen   bigint not null check (total_fen >= 0),
  frozen_at   timestamptz,
  unique (contract_id, edition)
);
-- one list at a time is in force
create unique index on fee_list (contract_id) where status in ('DRAFT', 'FROZEN', 'CONFIRMED');

create table fee_list_line (
  fee_list_id uuid not null references fee_list,
  seq         int not null,
  code        text not null,
  name        text not null,
  payer       text not null,
  amount_fen  bigint not null check (amount_fen >= 0),
  fee_group   text not null,
  entrusted   boolean not null,
  tax         text,
  why         text not null,
  primary key (fee_list_id, seq)
);

create table fee_list_confirmation (
  id               uuid primary key,
  fee_list_id      uuid not null references fee_list,
  payer            text not null,
  answer           text not null,
  token            bytea not null,
  token_index      bytea not null unique,
  expires_at       timestamptz not null,
  answered_at      timestamptz,
  recorded_by      uuid,
  recorded_by_name text,
  evidence         text,
  decline_reason   text,
  unique (fee_list_id, payer)
);
revoke update, delete, truncate on fee_list_line, contract_milestone from shouqi_app;
create trigger fee_list_line_is_final before update or delete on fee_list_line
  for each statement execute function refuse_change();

call reach_by_store('contract');
call reach_by_whole('contract_party', 'contract_id', 'contract', 'id');
call reach_by_whole('contract_agent', 'contract_id', 'contract', 'id');
call reach_by_whole('contract_instalment', 'contract_id', 'contract', 'id');
call reach_by_whole('contract_milestone', 'contract_id', 'contract', 'id');
call reach_by_whole('fee_list', 'contract_id', 'contract', 'id');
call reach_by_whole('fee_list_line', 'fee_list_id', 'fee_list', 'id');
call reach_by_whole('fee_list_confirmation', 'fee_list_id', 'fee_list', 'id');

call audit_changes('contract', subject => 'number', silent => '{mark}');
-- sealed again with every new key, so the marks by which they are found tell whether they changed
call audit_changes('contract_party', at_insert => false, masked => '{phone_index,id_no_index}',
  silent => '{phone,phone_tail,id_no,id_no_tail,email}',
  whose => 'select number, company, store_code from contract where id = $1.contract_id');
call audit_changes('contract_milestone',
  whose => 'select number, company, store_code from contract where id = $1.contract_id');
call audit_changes('fee_list', whose => 'select number, company, store_code from contract where id = $1.contract_id');
call audit_changes('fee_list_confirmation', silent => '{token,token_index}', whose => 'select number, company, store_code
  from contract c join fee_list f on f.contract_id = c.id where f.id = $1.fee_list_id');
