-- versions of decision tables; a published one never changes
create table rule_version (
  id         uuid primary key,
  company    text not null references company,
  table_code text not null,
  title      text not null,
  version    int not null,
  valid_from date not null,
  status     text not null,
  content    bytea not null,
  created_at timestamptz not null,
  unique (company, table_code, version)
);
