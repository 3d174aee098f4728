create table account (
  code  text primary key,
  title text not null
);
insert into account(code, title) values
  ('1001', '库存现金'),
  ('1002', '银行存款'),
  ('100202', '银行存款-专户'),
  ('1122', '应收账款'),
  ('2202', '应付账款'),
  ('2205', '合同负债'),
  ('222101', '应交税费-应交增值税(销项税额)'),
  ('224101', '其他应付款-代收款'),
  ('224102', '其他应付款-待查款项'),
  ('224103', '其他应付款-客户余款'),
  ('6001', '主营业务收入'),
  ('6401', '主营业务成本'),
  ('660301', '财务费用-手续费');

create sequence voucher_number;

-- no foreign keys to rows that every payment would share: their key locks would be the bottleneck of the whole product;
-- the trigger below looks at the accounts instead
create table voucher (
  id         uuid primary key,
  seq        bigint generated always as identity,
  number     text not null unique,
  company    text not null,
  store_code text not null,
  day        date not null,
  event      text not null,
  source     text not null,
  subject    text,
  summary    text not null,
  posted_at  timestamptz not null,
  tx         xid8 not null default pg_current_xact_id(),
  unique (company, event, source)
);
create index on voucher (company, store_code, day);
create index on voucher (company, subject);
create index on voucher (tx, number);

-- amounts in fen; a negative amount is a red entry; entries share the company and the store of their voucher
create table journal_entry (
  id         bigint generated always as identity primary key,
  voucher_id uuid not null references voucher,
  line       int not null,
  account    text not null,
  party      text,
  debit      bigint,
  credit     bigint,
  unique (voucher_id, line),
  check ((debit is null) <> (credit is null)),
  check (coalesce(debit, credit) <> 0)
);
create index on journal_entry (account);

-- one INSERT a voucher: what a statement adds must balance, voucher by voucher
create function refuse_unbalanced() returns trigger language plpgsql as $$
declare unbalanced uuid; unknown text;
begin
  select a.account into unknown from added a where not exists (select 1 from account k where k.code = a.account) limit 1;
  if found then
    raise exception 'there is no account %', unknown using errcode = 'foreign_key_violation';
  end if;
  if exists (select 1 from added a where not exists (select 1 from voucher v where v.id = a.voucher_id)) then
    raise exception 'a voucher out of reach' using errcode = 'insufficient_privilege';
  end if;
  select voucher_id into unbalanced from added
   group by voucher_id having coalesce(sum(debit), 0) <> coalesce(sum(credit), 0) limit 1;
  if found then
    raise exception 'voucher % does not balance', unbalanced using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create trigger journal_balances after insert on journal_entry
  referencing new table as added for each statement execute function refuse_unbalanced();

revoke update, delete, truncate on voucher, journal_entry, account from shouqi_app;
revoke insert on account from shouqi_app;
create trigger voucher_is_final before update or delete or truncate on voucher
  for each statement execute function refuse_change();
create trigger journal_is_final before update or delete or truncate on journal_entry
  for each statement execute function refuse_change();

-- the voucher is inserted by the same statement as its entries and not yet there for a policy; the trigger looks instead
call reach_by_store('voucher');
call reach_by_whole('journal_entry', 'voucher_id', 'voucher', 'id');
create policy reach_of_new_entries on journal_entry for insert with check (true);
