-- What somebody wished to take out of the house, what a second person said, and whether it went;
-- and the copy of a whole council while it is made and until it is fetched.

create table file_requests (
  council text not null,
  id uuid not null,
  list text not null,
  params jsonb not null,
  query jsonb not null,
  format text not null,
  people integer not null,
  title text not null,
  why text not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  state text not null,
  judged_by uuid,
  judged_at timestamptz,
  judged_why text,
  taken_at timestamptz,
  constraint file_requests_pk primary key (council, id),
  constraint file_requests_state check (state in ('waiting', 'agreed', 'refused', 'taken'))
);
create index file_requests_by_time on file_requests (council, asked_at);

create table council_copies (
  council text not null,
  id uuid not null,
  state text not null,
  done integer not null default 0,
  whole integer not null default 0,
  bytes bigint not null default 0,
  people integer not null default 0,
  touched_at timestamptz not null,
  constraint council_copies_pk primary key (council, id),
  constraint council_copies_state check (state in ('being-made', 'ready', 'failed', 'gone'))
);

create table council_copy_parts (
  council text not null,
  copy uuid not null,
  nth integer not null,
  bytes bytea not null,
  constraint council_copy_parts_pk primary key (council, copy, nth)
);
