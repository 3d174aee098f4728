-- who gets which part of a contract's net commission; fixed when its first money is in
create table commission_share (
  id          uuid primary key,
  company     text not null references company,
  store_code  text not null,
  contract_no text not null references contract (number),
  seq         int not null,
  kind        text not null check (kind in ('AGENT', 'STORE', 'COMPANY', 'CO_BROKER')),
  beneficiary text not null,
  name        text not null,
  role        text not null,
  percent     numeric(7, 4) not null check (percent between 0 and 100),
  amount_fen  bigint not null check (amount_fen >= 0),
  fixed_at    timestamptz not null,
  unique (contract_no, seq),
  foreign key (company, store_code) references organisation_unit
);
create index on commission_share (company, beneficiary);

-- what each receipt or movement made of a share; negative where money went back or rounding gives up a fen
create table commission_vesting (
  id         bigint generated always as identity primary key,
  share_id   uuid not null references commission_share,
  source     text not null,
  amount_fen bigint not null check (amount_fen <> 0),
  day        date not null,
  vested_at  timestamptz not null,
  unique (share_id, source)
);

revoke update, delete, truncate on commission_share, commission_vesting from shouqi_app;
create trigger commission_share_is_final before update or delete or truncate on commission_share
  for each statement execute function refuse_change();
create trigger commission_vesting_is_final before update or delete or truncate on commission_vesting
  for each statement execute function refuse_change();

call reach_by_store('commission_share');
call reach_by_whole('commission_vesting', 'share_id', 'commission_share', 'id');
