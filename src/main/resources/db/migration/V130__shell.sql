-- What one person should hear of. Told in the transaction that made it true; what is told from the outbox has a source,
-- so that it is told once.
create table notice (
  id         uuid primary key,
  company    text not null references company,
  person     uuid not null references app_user,
  kind       text not null,
  subject    text not null,
  about      text not null,
  who        text,
  amount_fen bigint,
  path       text not null check (path like '/%'),
  source     text,
  made_at    timestamptz not null,
  read_at    timestamptz,
  unique (person, source)
);
create index on notice (person, id);
create index on notice (person) where read_at is null;

-- Whose role has been shown around. A role that is given later is shown when it is there.
create table tour_seen (
  person  uuid not null references app_user,
  role    text not null,
  seen_at timestamptz not null,
  primary key (person, role)
);

call reach_by_company('notice');
call reach_by_whole('tour_seen', 'person', 'app_user', 'id');

-- Finding by words. Two characters already say something in Chinese, and the C locale knows no Chinese letters, so
-- trigrams do not serve: texts are indexed by their pairs of characters.
create function squeezed(said text) returns text language sql immutable strict parallel safe as
$$ select lower(translate(said, E' \t　', '')) $$;

create function pairs(said text) returns text[] language sql immutable strict parallel safe as
$$ select coalesce(array_agg(distinct substr(t, i, 2)), '{}') from public.squeezed(said) t, generate_series(1, length(t) - 1) i $$;

create index contract_by_address on contract using gin (pairs(address));
create index contract_party_by_name on contract_party using gin (pairs(name));
-- people type the beginning of a number, or the end that they remember
create index contract_by_beginning on contract (number text_pattern_ops);
create index contract_by_end on contract (reverse(number) text_pattern_ops);
create index contract_by_other_beginning on contract (upper(external_no) text_pattern_ops);
create index contract_by_other_end on contract (reverse(upper(external_no)) text_pattern_ops);
create index receipt_by_end on receipt (reverse(number) text_pattern_ops);

-- Below a policy PostgreSQL uses an index only with operators that give nothing away, and "contains" is none of them. So
-- the words are looked up by functions of the owner that ask for the reach themselves; they answer keys, and the rows are
-- read under the policy again.
create function within_reach(company text, store_code text) returns boolean language sql stable as
$$ select current_setting('shouqi.company', true) in (company, '*')
   and (current_setting('shouqi.stores', true) = '*'
        or store_code = any (string_to_array(current_setting('shouqi.stores', true), ','))) $$;

-- Contracts whose address holds all the words, or one of whose numbers begins or ends with the only word. Of words that
-- stand everywhere only some hits are looked at: whoever typed them will type more.
create function contracts_by_words(words text[], most int) returns table (id uuid)
language sql stable security definer set search_path = public as $$
  with word as (select upper(words[1]) as w where cardinality(words) = 1),
  hit as (
    (select c.id, c.created_at from contract c, word
      where c.number ~>=~ w and c.number ~<~ (w || chr(1114111)) and within_reach(c.company, c.store_code)
      order by c.number desc limit most)
    union
    (select c.id, c.created_at from contract c, word
      where reverse(c.number) ~>=~ reverse(w) and reverse(c.number) ~<~ (reverse(w) || chr(1114111))
        and within_reach(c.company, c.store_code) limit most)
    union
    (select c.id, c.created_at from contract c, word
      where upper(c.external_no) ~>=~ w and upper(c.external_no) ~<~ (w || chr(1114111))
        and within_reach(c.company, c.store_code) limit most)
    union
    (select c.id, c.created_at from contract c, word
      where reverse(upper(c.external_no)) ~>=~ reverse(w) and reverse(upper(c.external_no)) ~<~ (reverse(w) || chr(1114111))
        and within_reach(c.company, c.store_code) limit most)
    union
    (select c.id, c.created_at from contract c
      where pairs(c.address) @> (select array_agg(p) from unnest(words) s, unnest(pairs(s)) p)
        and within_reach(c.company, c.store_code)
        and not exists (select 1 from unnest(words) s where position(squeezed(s) in squeezed(c.address)) = 0)
      limit 300))
  select h.id from hit h order by h.created_at desc limit most
$$;

-- Parties whose name holds the words.
create function parties_by_name(words text, most int) returns table (contract_id uuid, seq int)
language sql stable security definer set search_path = public as $$
  select h.contract_id, h.seq from (
    select p.contract_id, p.seq, c.created_at from contract_party p join contract c on c.id = p.contract_id
     where pairs(p.name) @> pairs(words) and length(squeezed(words)) > 1
       and position(squeezed(words) in squeezed(p.name)) > 0 and within_reach(c.company, c.store_code)
     limit 300) h
   order by h.created_at desc limit most
$$;

-- Receipts with that number, or whose number ends so.
create function receipts_by_number(word text, most int) returns table (number text)
language sql stable security definer set search_path = public as $$
  select r.number from receipt r
   where reverse(r.number) ~>=~ reverse(upper(word)) and reverse(r.number) ~<~ (reverse(upper(word)) || chr(1114111))
     and within_reach(r.company, r.store_code)
   order by r.received_at desc limit most
$$;
