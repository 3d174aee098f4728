-- what the simulated channels know; the product never reads these tables

create table sandbox_merchant (
  id                  uuid primary key, -- that of the merchant account
  company             text not null references company,
  channel             text not null check (channel in ('WECHAT', 'ALIPAY')),
  name                text not null,
  merchant_id         text not null,
  app_id              text not null,
  merchant_serial     text,
  merchant_public_key text not null,
  api_v3_key          text,
  unique (channel, merchant_id),
  unique (channel, app_id)
);

-- the keys the simulated channels sign with; the newest of a merchant is in use
create table sandbox_key (
  merchant    uuid not null references sandbox_merchant,
  serial      text not null,
  private_key text not null,
  public_key  text not null,
  since       bigint generated always as identity,
  primary key (merchant, serial)
);

create table sandbox_order (
  id             uuid primary key,
  merchant       uuid not null references sandbox_merchant,
  order_no       text not null,
  code           text not null unique,
  amount         bigint not null check (amount > 0),
  subject        text not null,
  notify_url     text not null,
  created_at     timestamptz not null,
  expires_at     timestamptz not null,
  scanned_at     timestamptz,
  closed_at      timestamptz,
  transaction_id text unique,
  paid           bigint,
  paid_at        timestamptz,
  unique (merchant, order_no),
  check ((paid_at is null) = (paid is null) and (paid_at is null) = (transaction_id is null))
);
create index on sandbox_order (merchant, paid_at);
create index on sandbox_order (created_at);

create table sandbox_refund (
  id         uuid primary key,
  order_id   uuid not null references sandbox_order,
  refund_no  text not null,
  refund_id  text not null unique,
  amount     bigint not null check (amount > 0),
  notify_url text not null,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (order_id, refund_no)
);
create index on sandbox_refund (refund_no);
create index on sandbox_refund (created_at) where settled_at is null;
create index on sandbox_refund (settled_at);

-- news for the merchant; next_at is null once it is acknowledged or given up
create table sandbox_delivery (
  id              uuid primary key,
  merchant        uuid not null references sandbox_merchant,
  notification_id text not null,
  url             text not null,
  content         text not null,
  misbehave       text,
  held            boolean not null default false,
  attempts        int not null default 0,
  next_at         timestamptz,
  acknowledged_at timestamptz,
  last_answer     text
);
create index on sandbox_delivery (next_at) where next_at is not null;
create index on sandbox_delivery (merchant) where held;

-- misbehaviour waiting for the next call of its kind
create table sandbox_fault (
  id          bigint generated always as identity primary key,
  merchant_id text, -- null: whoever calls next
  call        text not null,
  misbehave   text not null
);

create table sandbox_bill_link (
  token      text primary key,
  merchant   uuid not null references sandbox_merchant,
  day        date not null,
  expires_at timestamptz not null
);
