-- The record: one append-only, hash-chained log per council, and the register of erasable words.

create table councils (
  council text not null,
  name text not null,
  gss text,
  practice boolean not null default false,
  constraint councils_pk primary key (council)
);
comment on table councils is 'shared: which councils live here; no personal data';

create table council_logs (
  council text not null,
  seq bigint not null default 0,
  hash bytea not null,
  recorded_at timestamptz not null,
  constraint council_logs_pk primary key (council)
);
comment on table council_logs is 'log head: its row lock hands out the next sequence number';

create table events (
  council text not null,
  seq bigint not null,
  command uuid not null,
  nth integer not null,
  kind text not null,
  version integer not null,
  actor uuid not null,
  on_behalf_of uuid,
  subjects uuid[] not null,
  place uuid,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  device_offset_ms integer,
  body jsonb not null,
  commitment bytea,
  prev_hash bytea not null,
  hash bytea not null,
  constraint events_pk primary key (council, seq),
  constraint events_once unique (council, command, nth)
);
comment on table events is 'append-only: what happened, in order';
create index events_by_kind on events (council, kind, seq);
create index events_by_subject on events using gin (subjects);

create table register (
  council text not null,
  seq bigint not null,
  subjects uuid[] not null,
  salt bytea not null,
  words jsonb not null,
  constraint register_pk primary key (council, seq)
);
comment on table register is 'register: erasable words of one event, salted';
create index register_by_subject on register using gin (subjects);

create table commands (
  council text not null,
  id uuid not null,
  name text not null,
  actor uuid not null,
  content_hash bytea not null,
  answer jsonb,
  recorded_at timestamptz not null,
  constraint commands_pk primary key (council, id)
);
comment on table commands is 'append-only: which commands were done, so that none is done twice';

create table reads (
  council text not null,
  id uuid not null,
  at timestamptz not null,
  actor uuid not null,
  what text not null,
  purpose text not null,
  route text not null,
  subjects uuid[] not null,
  constraint reads_pk primary key (council, id),
  constraint reads_what check (what in ('open', 'search', 'list', 'export', 'print', 'sync'))
);
comment on table reads is 'append-only: who looked at whom, and why';
create index reads_by_subject on reads using gin (subjects);
create index reads_by_time on reads (council, at);

-- The fields that the chain covers, as one digest. Canonical: jsonb orders its own keys.
create function event_digest(e events) returns bytea
language sql immutable parallel safe as $$
  select sha256(convert_to(jsonb_build_array(
    e.council, e.seq, e.command, e.nth, e.kind, e.version, e.actor, e.on_behalf_of,
    to_jsonb(e.subjects), e.place,
    (extract(epoch from e.happened_at) * 1000000)::bigint,
    (extract(epoch from e.recorded_at) * 1000000)::bigint,
    e.device_offset_ms, e.body, encode(e.commitment, 'hex'))::text, 'UTF8'))
$$;

create function commitment_of(salt bytea, words jsonb) returns bytea
language sql immutable parallel safe as $$
  select sha256(salt || convert_to(words::text, 'UTF8'))
$$;

create function chain_step(state bytea, digest bytea, start bytea) returns bytea
language sql immutable parallel safe as $$
  select sha256(coalesce(state, start) || digest)
$$;

-- As a window function it gives each row's hash from the one before it, in one pass.
create aggregate chain(digest bytea, start bytea) (sfunc = chain_step, stype = bytea);

create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'The record cannot be changed: % on % is refused', tg_op, tg_table_name;
end
$$;

create trigger events_unchangeable before update or delete on events
  for each row execute function refuse_change();
create trigger events_not_emptied before truncate on events
  for each statement execute function refuse_change();
create trigger reads_unchangeable before update or delete on reads
  for each row execute function refuse_change();
create trigger register_unchangeable before update on register
  for each row execute function refuse_change();
