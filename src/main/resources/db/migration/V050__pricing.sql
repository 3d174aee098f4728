-- decision tables: the workbook as it was published, for ever, since contracts were priced by it
create table rule_version (
  id         uuid primary key,
  company    text not null references company,
  table_code text not null,
  version    integer not null check (version > 0),
  valid_from date not null,
  status     text not null check (status = 'PUBLISHED'),
  title      text not null,
  content    bytea not null,
  sha256     text not null check (sha256 = encode(sha256(content), 'hex')),
  created_at timestamptz not null,
  unique (company, table_code, version)
);
create index on rule_version (sha256);

revoke update, delete, truncate on rule_version from shouqi_app;
create trigger rule_version_never_changes before update or delete or truncate on rule_version
  for each statement execute function refuse_change();

call reach_by_company('rule_version');

call audit_changes('rule_version', masked => '{content}',
  whose => 'select $1.table_code || '' '' || $1.version, $1.company, null');
