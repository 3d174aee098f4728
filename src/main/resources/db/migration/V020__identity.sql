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

call audit_changes('company', whose => 'select $1.code, $1.code, null');
call audit_changes('organisation_unit',
  whose => 'select $1.code, $1.company, case when $1.kind = ''STORE'' then $1.code end');
call audit_changes('app_user', masked => '{password_hash}', whose => 'select $1.username, $1.company,
  (select code from organisation_unit u where u.company = $1.company and u.code = $1.unit and u.kind = ''STORE'')');
call audit_changes('user_role', whose => 'select username, company, null from app_user where id = $1.user_id');
call audit_changes('api_key', masked => '{key_hash}',
  whose => 'select $1.name, company, null from app_user where id = $1.user_id');
