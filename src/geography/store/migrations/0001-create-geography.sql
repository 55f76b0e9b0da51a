-- Files of places: versions, an account of every row, facts with the time they stood, codes of
-- places, rows that wait for a person's answer; and what is received and not yet loaded.

create table geo_versions (
  council text not null,
  id uuid not null,
  kind text not null,
  number integer not null,
  edition text,
  file_name text,
  checksum text not null,
  taken_as text not null,
  command uuid not null,
  loaded_at timestamptz not null,
  loaded_by uuid not null,
  rows integer not null,
  accepted integer not null,
  changed integer not null,
  unchanged integer not null,
  needs_review integer not null,
  refused integer not null,
  remarks jsonb not null,
  unlisted jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  kept integer not null default 0,
  constraint geo_versions_pk primary key (council, id),
  constraint geo_versions_number unique (council, number)
);

create table geo_rows (
  council text not null,
  version uuid not null,
  row integer not null,
  outcome text not null,
  reasons text[] not null,
  what text,
  at text,
  constraint geo_rows_pk primary key (council, version, row)
);
create index geo_rows_by_outcome on geo_rows (council, version, outcome);

-- One row for each thing that a version said of a key. It stands from then until another version
-- says otherwise or it is undone; a null value says that the key has ended.
create table geo_facts (
  council text not null,
  kind text not null,
  key text not null,
  version uuid not null,
  number integer not null,
  value jsonb,
  from_at timestamptz not null,
  until_at timestamptz,
  undone boolean not null default false,
  stands boolean not null default true,
  constraint geo_facts_pk primary key (council, kind, key, version)
);
create index geo_facts_standing on geo_facts (council, kind, key) where stands;
create index geo_facts_by_version on geo_facts (council, version);

create table place_codes (
  council text not null,
  place uuid not null,
  code text not null,
  edition text,
  version uuid,
  from_at timestamptz not null,
  until_at timestamptz,
  constraint place_codes_pk primary key (council, place, code)
);
create index place_codes_by_code on place_codes (council, code);

create table geo_held (
  council text not null,
  id uuid not null,
  version uuid not null,
  question uuid not null,
  row integer not null,
  reason text not null,
  near uuid,
  code text,
  edition text,
  what text,
  uprn text,
  address text,
  street text,
  village text,
  postcode text,
  held_at timestamptz not null,
  state text not null,
  place uuid,
  constraint geo_held_pk primary key (council, id),
  constraint geo_held_state check (state in ('open', 'placed', 'left-out', 'undone'))
);
create index geo_held_by_question on geo_held (council, question);
create index geo_held_by_version on geo_held (council, version);

create table geo_files (
  council text not null,
  id uuid not null,
  name text not null,
  received_at timestamptz not null,
  received_by uuid not null,
  bytes bigint not null,
  options jsonb not null,
  state text not null,
  reading jsonb,
  constraint geo_files_pk primary key (council, id),
  constraint geo_files_state check (state in ('arriving', 'read', 'refused', 'loaded'))
);

create table geo_file_parts (
  council text not null,
  file uuid not null,
  nth integer not null,
  bytes bytea not null,
  constraint geo_file_parts_pk primary key (council, file, nth)
);

create table geo_staged_rows (
  council text not null,
  file uuid not null,
  row integer not null,
  outcome text not null,
  reasons text[] not null,
  what text not null,
  at text,
  constraint geo_staged_rows_pk primary key (council, file, row)
);
