-- Changes of processes and forms. A draft has a life of its own: written, reviewed, published; what runs are the versions
-- that the engine keeps. A draft may be full of mistakes, so its content is whatever bytes its author saved.
create table model_draft (
  id                uuid primary key,
  company           text not null references company,
  kind              text not null check (kind in ('PROCESS', 'FORM')),
  model_key         text not null,
  title             text not null,
  status            text not null check (status in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'REJECTED', 'WITHDRAWN')),
  -- the version it was made from
  base_version      integer not null check (base_version > 0),
  -- the version in force that its author knew of
  seen_version      integer not null check (seen_version >= base_version),
  reason            text not null,
  author            uuid not null,
  author_name       text not null,
  -- the absent colleague whose work it is
  author_for        uuid,
  content           bytea not null check (octet_length(content) <= 1048576),
  created_at        timestamptz not null,
  changed_at        timestamptz not null,
  -- counts the changes, so that of two open pages one is told
  revision          integer not null default 0,
  -- number of the process that reviews it
  submission        text unique,
  submitted_at      timestamptz,
  -- what becomes of the cases that run: they stay with their version or move to the new one
  running           text check (running in ('STAY', 'MIGRATE')),
  approver          uuid,
  approver_name     text,
  opinion           text,
  decided_at        timestamptz,
  published_at      timestamptz,
  published_version integer,
  check ((status = 'PUBLISHED') = (published_at is not null and published_version is not null)),
  check (status not in ('IN_REVIEW', 'PUBLISHED') or (submission is not null and running is not null)),
  -- four eyes
  check (approver is null or approver not in (author, coalesce(author_for, author))),
  check (status <> 'PUBLISHED' or approver is not null)
);
create index on model_draft (company, model_key, created_at);

-- How a draft may change: its author works on it, a review ends it, and an end is an end.
create function keep_model_draft() returns trigger language plpgsql as $$
begin
  if old.status in ('PUBLISHED', 'REJECTED', 'WITHDRAWN') then
    raise exception 'the draft of % is % and never changes', old.model_key, old.status
      using errcode = 'integrity_constraint_violation';
  end if;
  if new.status <> old.status and old.status || '>' || new.status not in ('DRAFT>IN_REVIEW', 'DRAFT>WITHDRAWN',
      'IN_REVIEW>PUBLISHED', 'IN_REVIEW>REJECTED', 'IN_REVIEW>DRAFT', 'IN_REVIEW>WITHDRAWN') then
    raise exception 'a draft does not go from % to %', old.status, new.status
      using errcode = 'integrity_constraint_violation';
  end if;
  if (new.id, new.company, new.kind, new.model_key, new.base_version, new.author, new.author_for, new.created_at)
     is distinct from
     (old.id, old.company, old.kind, old.model_key, old.base_version, old.author, old.author_for, old.created_at)
     or (old.status <> 'DRAFT' and (new.content, new.running, new.reason)
                                   is distinct from (old.content, old.running, old.reason)) then
    raise exception 'the draft of % is under review', old.model_key
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

revoke delete, truncate on model_draft from shouqi_app;
create trigger model_draft_keeps before update on model_draft for each row execute function keep_model_draft();
create trigger model_draft_stays before delete or truncate on model_draft
  for each statement execute function refuse_change();

-- The move of running cases to a version, one batch of the engine a version they come from. The engine forgets a batch
-- once it is done.
create table model_migration (
  batch        text primary key,
  draft        uuid not null references model_draft,
  from_version integer not null,
  to_version   integer not null,
  cases        integer not null check (cases > 0),
  -- those that wait where the new version has no such step
  staying      integer not null,
  started_at   timestamptz not null
);
create index on model_migration (draft);

call reach_by_company('model_draft');
call reach_by_whole('model_migration', 'draft', 'model_draft', 'id');

call audit_changes('model_draft', masked => '{content}', silent => '{changed_at,revision}',
  whose => 'select $1.model_key, $1.company, null');
call audit_changes('model_migration',
  whose => 'select d.model_key, d.company, null from model_draft d where d.id = $1.draft');
