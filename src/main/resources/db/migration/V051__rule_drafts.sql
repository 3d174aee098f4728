-- What each level of a review said.
create table rule_decision (
  id              uuid primary key,
  version_id      uuid not null references rule_version,
  submission      text not null,
  level           integer not null,
  role            text not null,
  decided_by      uuid not null,
  decided_by_name text not null,
  decided_for     uuid,
  agreed          boolean not null,
  comment         text,
  decided_at      timestamptz not null,
  unique (submission, level),
  unique (submission, decided_by)
);
create index on rule_decision (version_id);
revoke update, delete, truncate on rule_decision from shouqi_app;

call reach_by_whole('rule_decision', 'version_id', 'rule_version', 'id');
call audit_changes('rule_decision',
  whose => 'select table_code || '' '' || version, company, null from rule_version where id = $1.version_id');

-- What each fee list was computed from, and what came out: replays read it. The newest edition of a contract counts.
create table priced_case (
  company          text not null references company,
  contract_no      text not null,
  edition          integer not null,
  store_code       text not null,
  agents           text[] not null,
  agent_names      text[] not null,
  signed_on        date not null,
  priced_at        timestamptz not null,
  type             text not null,
  city             text not null,
  price_fen        bigint,
  monthly_rent_fen bigint,
  services         text[] not null,
  discount_percent numeric(7, 4),
  -- the version of the fee table that priced it
  table_version    integer not null,
  total_fen        bigint not null,
  -- line by line; tax is '' for money collected for others
  codes            text[] not null,
  payers           text[] not null,
  groups           text[] not null,
  taxes            text[] not null,
  amounts          bigint[] not null,
  sheet_rows       integer[] not null,
  -- the contract came to nothing
  ended_at         timestamptz,
  primary key (contract_no, edition)
);
create index on priced_case (company, signed_on, contract_no);
revoke update, delete, truncate on priced_case from shouqi_app;
grant update (ended_at) on priced_case to shouqi_app;
call reach_by_store('priced_case');

-- A version run over the contracts of a period: what they would have cost by it.
create table rule_replay (
  id           uuid primary key,
  company      text not null references company,
  version_id   uuid not null references rule_version,
  -- of the workbook that was replayed; a draft that changed since needs a new one
  sha256       text not null,
  purpose      text not null check (purpose in ('DRAFT', 'RETROACTIVE')),
  signed_from  date not null,
  signed_to    date not null check (signed_to >= signed_from),
  measure      text not null check (measure in ('FEES', 'SHARES', 'TAX', 'NONE')),
  asked_by     text not null,
  asked_at     timestamptz not null,
  seen_at      timestamptz not null,
  finished_at  timestamptz,
  failure      text,
  total        integer not null default 0,
  done         integer not null default 0,
  changed      integer not null default 0,
  -- contracts that the version has no price for
  unpriced     integer not null default 0,
  before_fen   bigint not null default 0,
  after_fen    bigint not null default 0,
  -- the sum of what each contract changes, whichever direction
  moved_fen    bigint not null default 0
);
create index on rule_replay (version_id, asked_at);
revoke delete, truncate on rule_replay from shouqi_app;
call reach_by_company('rule_replay');

-- Where the money of a replay falls: on stores, agents, roles, and which rows caused it. What belongs to no one store
-- carries the company's code.
create table rule_replay_part (
  replay_id   uuid not null references rule_replay,
  company     text not null,
  store_code  text not null,
  kind        text not null check (kind in ('STORE', 'AGENT', 'ROLE', 'ROW')),
  key         text not null,
  name        text not null,
  cases       integer not null,
  delta_fen   bigint not null,
  moved_fen   bigint not null,
  primary key (replay_id, kind, key)
);
revoke update, delete, truncate on rule_replay_part from shouqi_app;
call reach_by_store('rule_replay_part');

-- The contracts that a replay changes.
create table rule_replay_case (
  replay_id   uuid not null references rule_replay,
  contract_no text not null,
  company     text not null,
  store_code  text not null,
  signed_on   date not null,
  before_fen  bigint not null,
  -- null where the version has no price
  after_fen   bigint,
  moved_fen   bigint not null,
  -- line by line, what changed and by which rows
  why         text not null,
  primary key (replay_id, contract_no)
);
create index on rule_replay_case (replay_id, moved_fen desc, contract_no);
revoke update, delete, truncate on rule_replay_case from shouqi_app;
call reach_by_store('rule_replay_case');
