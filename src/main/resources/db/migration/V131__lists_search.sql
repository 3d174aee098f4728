-- All contracts that a list finds by words: a number, the address or a party's name that holds them. For a list none may be
-- missing, so unlike in the search over everything there is no limit; numbers are read through, addresses and names are
-- found by their pairs of characters. Like there, the owner looks the keys up and asks for the reach itself.
-- pattern: the same words for like.
create function contracts_holding(words text, pattern text) returns setof uuid
language sql stable security definer set search_path = public as $$
  select c.id from contract c
   where (c.number like upper(pattern) or upper(c.external_no) like upper(pattern))
     and within_reach(c.company, c.store_code)
  union all
  select c.id from contract c
   where pairs(c.address) @> pairs(words) and position(squeezed(words) in squeezed(c.address)) > 0
     and within_reach(c.company, c.store_code)
  union all
  select p.contract_id from contract_party p join contract c on c.id = p.contract_id
   where pairs(p.name) @> pairs(words) and position(squeezed(words) in squeezed(p.name)) > 0
     and within_reach(c.company, c.store_code)
$$;
