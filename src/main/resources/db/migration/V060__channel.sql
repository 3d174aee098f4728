-- the account of a company (store_code null) or of one store at an online channel
create table merchant_account (
  id          uuid primary key,
  company     text not null references company,
  store_code  text,
  channel     text not null check (channel in ('WECHAT', 'ALIPAY')),
  merchant_id text not null,
  app_id      text not null,
  private_key bytea not null,
  serial      text,
  api_v3_key  bytea,
  gateway     text,
  foreign key (company, store_code) references organisation_unit,
  unique nulls not distinct (company, store_code, channel),
  -- a notification names merchant and app; it must lead to one account
  unique (channel, merchant_id, app_id),
  check (channel <> 'WECHAT' or (serial is not null and api_v3_key is not null))
);
create unique index on merchant_account (app_id) where channel = 'ALIPAY';

-- A merchant belongs to one company, whatever its apps. The function looks as the owner of the table, so at the accounts
-- of all companies; the lock keeps two companies from entering one merchant at the same time.
create function merchant_of_one_company() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.channel || ' ' || new.merchant_id, 0));
  if exists (select 1 from merchant_account a where a.channel = new.channel and a.merchant_id = new.merchant_id
              and a.company <> new.company) then
    raise unique_violation using message = 'merchant of another company';
  end if;
  return new;
end $$;
create trigger merchant_of_one_company before insert or update of channel, merchant_id, company on merchant_account
  for each row execute function merchant_of_one_company();

-- public keys a channel signs with; two while it rotates them
create table merchant_channel_key (
  account       uuid not null references merchant_account on delete cascade,
  serial        text not null,
  public_key    text not null,
  trusted_since timestamptz not null,
  primary key (account, serial)
);
create index on merchant_channel_key (serial);

-- when people last entered a secret, since the secret itself is never shown
create table merchant_secret_day (
  account uuid not null references merchant_account on delete cascade,
  secret  text not null check (secret in ('PRIVATE_KEY', 'API_V3_KEY')),
  set_at  timestamptz not null,
  primary key (account, secret)
);

call reach_by_company('merchant_account');
call reach_by_whole('merchant_channel_key', 'account', 'merchant_account', 'id');
call reach_by_whole('merchant_secret_day', 'account', 'merchant_account', 'id');

call audit_changes('merchant_account', subject => 'merchant_id', masked => '{private_key,api_v3_key}');
call audit_changes('merchant_channel_key', masked => '{public_key}',
  whose => 'select merchant_id, company, store_code from merchant_account where id = $1.account');
