create table approval (
  id                uuid primary key,
  number            text not null unique,
  company           text not null references company,
  store_code        text not null,
  kind              text not null,
  subject           text not null,
  percent           numeric(7, 4),
  before_fen        bigint not null,
  after_fen         bigint not null,
  reason            text not null,
  requested_by      uuid not null,
  requested_by_name text not null,
  requested_for     uuid,
  requested_at      timestamptz not null,
  levels            text not null,
  escalated         boolean not null,
  status            text not null check (status in ('PENDING', 'APPROVED', 'REJECTED')),
  version           int not null,
  foreign key (company, store_code) references organisation_unit
);
create index on approval (subject);

create table approval_decision (
  id              uuid primary key,
  approval_id     uuid not null references approval,
  level           int not null,
  role            text not null,
  decided_by      uuid not null,
  decided_by_name text not null,
  decided_for     uuid,
  agreed          boolean not null,
  comment         text,
  decided_at      timestamptz not null,
  unique (approval_id, level),
  unique (approval_id, decided_by)
);
revoke update, delete, truncate on approval_decision from shouqi_app;

call reach_by_store('approval');
call reach_by_whole('approval_decision', 'approval_id', 'approval', 'id');

-- the contract or the like that an approval is about is what people look for it by
call audit_changes('approval', whose => 'select $1.number, $1.company, $1.store_code, $1.subject');
call audit_changes('approval_decision',
  whose => 'select number, company, store_code, subject from approval where id = $1.approval_id');
