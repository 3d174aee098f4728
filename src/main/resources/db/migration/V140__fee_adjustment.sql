-- After a correction of the fees: what a contract's payers are to pay more or less. Asked for, agreed to, then carried out.
create table fee_adjustment (
  id                uuid primary key,
  number            text not null unique,
  company           text not null references company,
  store_code        text not null,
  contract_no       text not null references contract (number),
  -- the version of the fee table that made it
  table_version     integer not null,
  reason            text not null,
  status            text not null check (status in ('REQUESTED', 'AWAITING_CONSENT', 'APPROVED', 'DONE', 'REJECTED',
                                                    'DECLINED', 'LAPSED')),
  -- what all payers of the contract owe, before and after
  before_fen        bigint not null check (before_fen >= 0),
  after_fen         bigint not null check (after_fen >= 0),
  approval          text not null references approval (number),
  requested_by      uuid not null,
  requested_by_name text not null,
  requested_for     uuid,
  requested_at      timestamptz not null,
  consent_evidence  text,
  consent_by        uuid,
  consent_by_name   text,
  ended_at          timestamptz,
  version           int not null,
  foreign key (company, store_code) references organisation_unit,
  check ((status in ('DONE', 'REJECTED', 'DECLINED', 'LAPSED')) = (ended_at is not null))
);
create index on fee_adjustment (contract_no, requested_at);
create index on fee_adjustment (company, table_version);
-- one at a time
create unique index on fee_adjustment (contract_no) where status in ('REQUESTED', 'AWAITING_CONSENT', 'APPROVED');

create table fee_adjustment_line (
  adjustment_id uuid not null references fee_adjustment,
  seq           int not null,
  code          text not null,
  name          text not null,
  payer         text not null,
  entrusted     boolean not null,
  tax           text,
  before_fen    bigint not null check (before_fen >= 0),
  after_fen     bigint not null check (after_fen >= 0 and after_fen <> before_fen),
  -- null where the corrected table has no such fee
  why           text,
  primary key (adjustment_id, seq)
);

-- What is asked for does not change; what has ended never does.
create function keep_fee_adjustment() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null then
    raise exception 'fee adjustment % is % and never changes', old.number, old.status
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.status <> old.status and old.status || '>' || new.status not in ('REQUESTED>APPROVED',
      'REQUESTED>AWAITING_CONSENT', 'REQUESTED>REJECTED', 'REQUESTED>LAPSED', 'AWAITING_CONSENT>APPROVED',
      'AWAITING_CONSENT>DECLINED', 'AWAITING_CONSENT>LAPSED', 'APPROVED>DONE', 'APPROVED>LAPSED') then
    raise exception 'a fee adjustment does not go from % to %', old.status, new.status
      using errcode = 'integrity_constraint_violation';
  end if;
  if (new.id, new.number, new.company, new.store_code, new.contract_no, new.table_version, new.reason, new.before_fen,
      new.after_fen, new.approval, new.requested_by, new.requested_for, new.requested_at)
     is distinct from
     (old.id, old.number, old.company, old.store_code, old.contract_no, old.table_version, old.reason, old.before_fen,
      old.after_fen, old.approval, old.requested_by, old.requested_for, old.requested_at) then
    raise exception 'what fee adjustment % asks for does not change', old.number
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

revoke delete, truncate on fee_adjustment from shouqi_app;
revoke update, delete, truncate on fee_adjustment_line from shouqi_app;
create trigger fee_adjustment_keeps before update on fee_adjustment
  for each row execute function keep_fee_adjustment();
create trigger fee_adjustment_stays before delete or truncate on fee_adjustment
  for each statement execute function refuse_change();
create trigger fee_adjustment_line_is_final before update or delete or truncate on fee_adjustment_line
  for each statement execute function refuse_change();

-- a receivable of which nothing is left is cancelled and owes nothing
alter table receivable drop constraint receivable_amount_fen_check;
alter table receivable add constraint receivable_amount_fen_check
  check (amount_fen > 0 or (amount_fen = 0 and status = 'CANCELLED'));

-- a share is its first amount and what was added since; negative where it is less
create table commission_share_change (
  id         bigint generated always as identity primary key,
  share_id   uuid not null references commission_share,
  source     text not null,
  amount_fen bigint not null check (amount_fen <> 0),
  changed_at timestamptz not null,
  unique (share_id, source)
);
revoke update, delete, truncate on commission_share_change from shouqi_app;
create trigger commission_share_change_is_final before update or delete or truncate on commission_share_change
  for each statement execute function refuse_change();

call reach_by_store('fee_adjustment');
call reach_by_whole('fee_adjustment_line', 'adjustment_id', 'fee_adjustment', 'id');
call reach_by_whole('commission_share_change', 'share_id', 'commission_share', 'id');

call audit_changes('fee_adjustment', whose => 'select $1.number, $1.company, $1.store_code, $1.contract_no');
