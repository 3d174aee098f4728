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
  primary key (company, code),
  foreign key (company, parent) references organisation_unit,
  check ((kind = 'COMPANY') = (parent is null)),
  check (kind <> 'STORE' or city is not null)
);
create index on organisation_unit (company, parent);

create table app_user (
  id            uuid primary key,
  company       text not null references company,
  unit          text not null,
  username      text not null unique,
  name          text not null,
  password_hash text not null,
  active        boolean not null default true,
  foreign key (company, unit) references organisation_unit
);

create table user_role (
  user_id uuid not null references app_user,
  role    text not null,
  primary key (user_id, role)
);

create table api_key (
  id         uuid primary key,
  key_hash   text not null unique,
  name       text not null,
  user_id    uuid not null references app_user,
  created_at timestamptz not null,
  revoked_at timestamptz
);
