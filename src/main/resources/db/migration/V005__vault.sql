-- the keys this database was written with: never the keys, only what tells them from others
create table vault_key (
  keyset       text not null check (keyset in ('data', 'index', 'chain')),
  key_id       bigint not null,
  check_value  text not null,
  first_seen   timestamptz not null,
  -- since when no row is sealed or found by it; null while it is needed
  unused_since timestamptz,
  primary key (keyset, key_id)
);
revoke delete, truncate on vault_key from shouqi_app;
call reach_by_product('vault_key');
