-- Decision tables. A version is a workbook with a life: drafted, reviewed, published. What is published stays as it is for
-- ever, since contracts were priced by it.
create table rule_version (
  id             uuid primary key,
  company        text not null references company,
  table_code     text not null,
  version        integer not null check (version > 0),
  valid_from     date not null,
  status         text not null check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'REJECTED', 'WITHDRAWN')),
  title          text not null,
  -- the version it was made from; null for the first of a table and for what came with the product
  base_version   integer,
  reason         text not null,
  -- null for what came with the product
  author         uuid,
  author_name    text not null,
  -- the absent colleague whose work it is
  author_for     uuid,
  content        bytea not null,
  sha256         text not null check (sha256 = encode(sha256(content), 'hex')),
  created_at     timestamptz not null,
  changed_at     timestamptz not null,
  -- counts the changes of a draft, so that of two open pages one is told
  revision       integer not null default 0,
  -- number of the process that reviews it
  submission     text unique,
  submitted_at   timestamptz,
  approver       uuid,
  approver_name  text,
  published_at   timestamptz,
  -- the order of publication: of two versions for the same day the later one counts
  published_as   bigint,
  unique (company, table_code, version),
  unique (company, table_code, published_as),
  check ((status = 'PUBLISHED') = (published_at is not null)),
  check ((status = 'PUBLISHED') = (published_as is not null)),
  -- four eyes
  check (status <> 'PUBLISHED' or author is null or (approver is not null and approver <> author)),
  check (status <> 'IN_REVIEW' or submission is not null)
);
create index on rule_version (sha256);
create sequence rule_publication;

-- How a version may change: its author works on a draft, a review ends it, and an end is an end.
create function keep_rule_version() returns trigger language plpgsql as $$
begin
  if old.status in ('PUBLISHED', 'REJECTED', 'WITHDRAWN') then
    raise exception 'version % of % is % and never changes', old.version, old.table_code, old.status
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.status <> old.status and old.status || '>' || new.status not in ('DRAFT>IN_REVIEW', 'DRAFT>WITHDRAWN',
      'IN_REVIEW>PUBLISHED', 'IN_REVIEW>REJECTED', 'IN_REVIEW>DRAFT', 'IN_REVIEW>WITHDRAWN') then
    raise exception 'a version does not go from % to %', old.status, new.status
      using errcode = 'integrity_constraint_violation';
  end if;
  if (new.id, new.company, new.table_code, new.version, new.author, new.author_for, new.base_version, new.created_at)
     is distinct from
     (old.id, old.company, old.table_code, old.version, old.author, old.author_for, old.base_version, old.created_at)
     or (old.status <> 'DRAFT' and (new.sha256, new.valid_from, new.reason)
                                   is distinct from (old.sha256, old.valid_from, old.reason)) then
    raise exception 'version % of % is under review', old.version, old.table_code
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

revoke delete, truncate on rule_version from shouqi_app;
create trigger rule_version_keeps before update on rule_version for each row execute function keep_rule_version();
create trigger rule_version_stays before delete or truncate on rule_version
  for each statement execute function refuse_change();

call reach_by_company('rule_version');

call audit_changes('rule_version', masked => '{content}', silent => '{changed_at,revision}',
  whose => 'select $1.table_code || '' '' || $1.version, $1.company, null');
