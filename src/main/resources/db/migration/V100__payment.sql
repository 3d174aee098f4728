create table payment_order (
  id                  uuid primary key,
  number              text not null unique,
  company             text not null references company,
  store_code          text not null,
  contract_no         text not null references contract (number),
  purpose             text not null check (purpose in ('RECEIVABLES', 'EARNEST')),
  targets             text not null,
  channel             text not null,
  merchant_account_id uuid not null,
  amount_fen          bigint not null check (amount_fen > 0),
  subject             text not null,
  status              text not null check (status in ('CREATED', 'PLACED', 'PAID', 'CLOSED')),
  code_url            text,
  expires_at          timestamptz not null,
  next_query_at       timestamptz not null,
  queries             int not null default 0,
  created_by          uuid,
  created_by_name     text,
  created_at          timestamptz not null,
  version             int not null,
  foreign key (company, store_code) references organisation_unit
) with (fillfactor = 80);
create index on payment_order (next_query_at) where status in ('CREATED', 'PLACED');
create index on payment_order (contract_no);
create index on payment_order (created_by, created_at);

-- one row a transaction of a channel, whatever it was for
create table receipt (
  id                uuid primary key,
  number            text not null unique,
  company           text not null,
  store_code        text not null,
  contract_no       text,
  order_no          text,
  channel           text not null,
  merchant_id       text not null,
  transaction_id    text not null,
  kind              text not null check (kind in ('BROKERAGE', 'EARNEST', 'SUSPENSE')),
  amount_fen        bigint not null check (amount_fen > 0),
  fee_fen           bigint not null check (fee_fen >= 0),
  payer_name        text,
  received_at       timestamptz not null,
  day               date not null,
  collected_by      uuid,
  collected_by_name text,
  note              text,
  -- what stands on the slip in the customer's hand: of a card the voucher alone, of a transfer the bank's reference
  slip_no           text generated always as (case channel
    when 'CASH' then null
    when 'CARD' then substring(transaction_id from '([^-]+)-\d{4}-\d\d-\d\d(?:/\d+)?$')
    when 'TRANSFER' then regexp_replace(transaction_id, '-\d{4}-\d\d-\d\d(?:/\d+)?$', '')
    else transaction_id end) stored,
  tx                xid8 not null default pg_current_xact_id(),
  unique (channel, merchant_id, transaction_id)
);
create index on receipt (tx, number);
create index on receipt (contract_no);
create index on receipt (order_no);
-- for who looks for a receipt; of a name any part is looked for, in the index alone
create index on receipt (slip_no) where slip_no is not null;
create index on receipt (company, amount_fen);
create index on receipt (company, received_at);
create index on receipt (company, store_code, payer_name) include (number);
-- sums by store, day, method and contract are read from it alone
create index on receipt (company, store_code, received_at desc) include (amount_fen, channel, contract_no);

create table receipt_allocation (
  id            bigint generated always as identity primary key,
  receipt_no    text not null references receipt (number),
  source        text not null,
  receivable_no text not null,
  -- negative where a reversal takes it back
  amount_fen    bigint not null check (amount_fen <> 0),
  made_at       timestamptz not null,
  tx            xid8 not null default pg_current_xact_id(),
  unique (source, receivable_no)
);
create index on receipt_allocation (tx, id);
create index on receipt_allocation (receipt_no);
create index on receipt_allocation (receivable_no);

-- counter-entries of receipts that were entered wrongly; the receipt stays as it is
create table receipt_reversal (
  number           text primary key,
  receipt_no       text not null unique references receipt (number),
  company          text not null,
  store_code       text not null,
  amount_fen       bigint not null check (amount_fen > 0),
  reason           text not null,
  reversed_at      timestamptz not null,
  reversed_by      uuid not null,
  reversed_by_name text not null,
  tx               xid8 not null default pg_current_xact_id()
);
create index on receipt_reversal (tx, number);

create table callback_inbox (
  channel         text not null,
  notification_id text not null,
  state           text not null check (state in ('DONE', 'FAILED')),
  notice          bytea,
  error           text,
  attempts        int not null default 1,
  next_at         timestamptz,
  received_at     timestamptz not null,
  primary key (channel, notification_id)
);
create index on callback_inbox (next_at) where state = 'FAILED';

create table suspense (
  id               uuid primary key,
  number           text not null unique,
  company          text not null,
  store_code       text not null,
  receipt_no       text not null unique references receipt (number),
  contract_no      text,
  amount_fen       bigint not null,
  reason           text not null,
  status           text not null check (status in ('OPEN', 'RESOLVED')),
  action           text,
  note             text,
  resolved_by      uuid,
  resolved_by_name text,
  resolved_at      timestamptz,
  version          int not null
);

-- the balance of a contract's customer is the sum of its rows
create table customer_credit (
  id          bigint generated always as identity primary key,
  company     text not null,
  store_code  text not null,
  contract_no text not null,
  amount_fen  bigint not null check (amount_fen <> 0),
  source      text not null unique,
  made_at     timestamptz not null
);
create index on customer_credit (contract_no);

create table earnest (
  id          uuid primary key,
  number      text not null unique,
  company     text not null,
  store_code  text not null,
  contract_no text not null references contract (number),
  payer       text not null,
  payer_name  text not null,
  owner       text not null,
  asked_fen   bigint not null check (asked_fen > 0),
  held_fen    bigint not null default 0 check (held_fen >= 0),
  place       text,
  receipt_no  text references receipt (number),
  status      text not null,
  version     int not null
);
create index on earnest (contract_no);

create table earnest_movement (
  number       text primary key,
  earnest_no   text not null references earnest (number),
  kind         text not null,
  amount_fen   bigint not null check (amount_fen > 0),
  receipt_no   text,
  note         text,
  done_by      uuid,
  done_by_name text,
  done_at      timestamptz not null
);
create index on earnest_movement (earnest_no);

revoke update, delete, truncate on receipt, receipt_allocation, receipt_reversal, customer_credit, earnest_movement
  from shouqi_app;
create trigger receipt_is_final before update or delete or truncate on receipt
  for each statement execute function refuse_change();
create trigger receipt_allocation_is_final before update or delete or truncate on receipt_allocation
  for each statement execute function refuse_change();
create trigger receipt_reversal_is_final before update or delete or truncate on receipt_reversal
  for each statement execute function refuse_change();
create trigger customer_credit_is_final before update or delete or truncate on customer_credit
  for each statement execute function refuse_change();
create trigger earnest_movement_is_final before update or delete or truncate on earnest_movement
  for each statement execute function refuse_change();

call reach_by_store('payment_order');
call reach_by_store('receipt');
call reach_by_whole('receipt_allocation', 'receipt_no', 'receipt', 'number');
call reach_by_store('receipt_reversal');
call reach_by_product('callback_inbox');
call reach_by_store('suspense');
call reach_by_store('customer_credit');
call reach_by_store('earnest');
call reach_by_whole('earnest_movement', 'earnest_no', 'earnest', 'number');

call audit_changes('receipt_reversal', whose => 'select $1.number, $1.company, $1.store_code, $1.receipt_no', silent => '{tx}');
call audit_changes('suspense', subject => 'number');
call audit_changes('earnest_movement', whose => 'select $1.number, company, store_code from earnest where number = $1.earnest_no');
