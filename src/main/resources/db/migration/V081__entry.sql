-- A contract that a person has begun to enter. The whole form is sealed, since it holds phones and id numbers; the address
-- stands beside it, to choose by. Nobody but its owner is shown it.
create table contract_entry_draft (
  id       uuid primary key,
  company  text not null references company,
  owner    uuid not null references app_user,
  address  text not null,
  content  bytea not null,
  saved_at timestamptz not null
);
create index on contract_entry_draft (owner, saved_at desc);

-- What a payer drew on the store's device when agreeing: the picture is sealed, the sentence is what stood above it.
-- The list itself never changes (fee_list_line_is_final), so the confirmation leads to what was signed.
create table fee_list_signature (
  confirmation_id  uuid primary key references fee_list_confirmation,
  picture          bytea not null,
  statement        text not null,
  signed_at        timestamptz not null,
  store_code       text not null,
  recorded_by      uuid not null,
  recorded_by_name text not null
);
revoke delete, truncate on fee_list_signature from shouqi_app;

call reach_by_company('contract_entry_draft');
call reach_by_whole('fee_list_signature', 'confirmation_id', 'fee_list_confirmation', 'id');

-- drafts are nobody's business but their owner's; the contract that comes of one is in the log
call audit_changes('fee_list_signature', silent => '{picture}', whose => 'select number, company, c.store_code
  from contract c join fee_list f on f.contract_id = c.id join fee_list_confirmation a on a.fee_list_id = f.id
  where a.id = $1.confirmation_id');
