create table company (
  code     text primary key,
  name     text not null,
  taxpayer text not null check (taxpayer in ('GENERAL', 'SMALL_SCALE'))
);

-- company > area > store; the root unit of a company carries the company's code
create table organisation_unit (
  company text not null references company,
  code    text not null,
  kind    text not null check (kind in ('COMPANY', 'AREA', 'STORE')),
  name    text not null,
  parent  text,
  city    text,
  phone   text,
  address text,
  -- closed ones keep their past and take in nothing new
  active  boolean not null default true,
  primary key (company, code),
  foreign key (company, parent) references organisation_unit,
  check ((kind = 'COMPANY') = (parent is null)),
  check (kind <> 'STORE' or city is not null)
);
create index on organisation_unit (company, parent);

create table app_user (
  id                   uuid primary key,
  company              text not null references company,
  unit                 text not null,
  username             text not null unique,
  name                 text not null,
  password_hash        text not null,
  -- whoever was given a password must choose an own one first
  must_change_password boolean not null default false,
  active               boolean not null default true,
  foreign key (company, unit) references organisation_unit
);
create index on app_user (company, username);

create table user_role (
  user_id uuid not null references app_user,
  role    text not null,
  primary key (user_id, role)
);

-- A phone that shows one-time codes. A new one waits beside the old until its first code has been typed.
create table second_factor (
  id        uuid primary key,
  user_id   uuid not null references app_user,
  -- sealed
  secret    bytea not null,
  confirmed boolean not null default false,
  -- the time step of the last code that was taken; each opens once
  last_step bigint,
  made_at   timestamptz not null,
  unique (user_id, confirmed)
);

-- each opens the door once, where the second factor is lost
create table recovery_code (
  user_id   uuid not null references app_user,
  code_hash text not null,
  used_at   timestamptz,
  primary key (user_id, code_hash)
);

-- logins of a name since the last one that succeeded, whether somebody has that name or not
create table login_throttle (
  name_hash    text primary key,
  attempts     int not null,
  tried_at     timestamptz not null,
  locked_until timestamptz
);
create index on login_throttle (tried_at);

-- who is away, and who does the work meanwhile; both days included
create table user_leave (
  id         uuid primary key,
  user_id    uuid not null references app_user,
  deputy_id  uuid not null references app_user,
  -- as it was then, for who reads the log
  deputy_name text not null,
  from_day   date not null,
  to_day     date not null,
  made_by    uuid not null,
  made_at    timestamptz not null,
  revoked_at timestamptz,
  check (to_day >= from_day),
  check (user_id <> deputy_id)
);
create index on user_leave (user_id);
create index on user_leave (deputy_id);

create table api_key (
  id           uuid primary key,
  key_hash     text not null unique,
  -- the first characters, by which people tell keys apart
  hint         text not null,
  name         text not null,
  user_id      uuid not null references app_user,
  -- such as contracts:write,payments:read
  scopes       text not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  -- the key that took its place
  replaced_by  uuid references api_key
);
create index on api_key (user_id);

-- a file of people that waits for somebody to look at it; forgotten once it is posted
create table people_import (
  id      uuid primary key,
  company text not null references company,
  made_by uuid not null references app_user,
  file    bytea,
  made_at timestamptz not null
);
create index on people_import (company, made_at);

call reach_by_company('company', 'code');
call reach_by_company('organisation_unit');
call reach_by_company('app_user');
call reach_by_whole('user_role', 'user_id', 'app_user', 'id');
call reach_by_whole('second_factor', 'user_id', 'app_user', 'id');
call reach_by_whole('recovery_code', 'user_id', 'app_user', 'id');
call reach_by_product('login_throttle');
call reach_by_whole('user_leave', 'user_id', 'app_user', 'id');
call reach_by_whole('api_key', 'user_id', 'app_user', 'id');
call reach_by_company('people_import');

call audit_changes('company', whose => 'select $1.code, $1.code, null');
call audit_changes('organisation_unit',
  whose => 'select $1.code, $1.company, case when $1.kind = ''STORE'' then $1.code end');
call audit_changes('app_user', masked => '{password_hash}',
  whose => 'select $1.username, $1.company,
  (select code from organisation_unit u where u.company = $1.company and u.code = $1.unit and u.kind = ''STORE'')');
call audit_changes('user_role', whose => 'select username, company, null from app_user where id = $1.user_id');
call audit_changes('second_factor', masked => '{secret}', silent => '{last_step}',
  whose => 'select username, company, null from app_user where id = $1.user_id');
-- only their use: that they are drawn anew is one event, which the product records; without a factor they are nothing
call audit_changes('recovery_code', masked => '{code_hash}', at_insert => false, at_delete => false,
  whose => 'select username, company, null from app_user where id = $1.user_id');
call audit_changes('user_leave', whose => 'select username, company, null from app_user where id = $1.user_id');
call audit_changes('api_key', masked => '{key_hash}', silent => '{last_used_at}',
  whose => 'select $1.name, company, null from app_user where id = $1.user_id');
