-- Lists as received: files waiting, their rows as read, versions loaded, and one account per row.

-- Operational: a file as it came, until its retention ends. Not made from the record.
create table list_files (
  council text not null,
  id uuid not null,
  list text not null,
  name text not null,
  checksum text,
  bytes bigint not null default 0,
  received_at timestamptz not null,
  received_by uuid not null,
  kept_until timestamptz not null,
  state text not null,
  -- What a reading found: header, remarks, counts. Counts and codes, never a person's words.
  reading jsonb,
  constraint list_files_pk primary key (council, id),
  constraint list_files_state
    check (state in ('arriving', 'read', 'refused', 'loaded', 'thrown-away'))
);
create index list_files_by_list on list_files (council, list, received_at);

create table list_file_parts (
  council text not null,
  file uuid not null,
  nth integer not null,
  bytes bytea not null,
  constraint list_file_parts_pk primary key (council, file, nth)
);
-- Compressing them again would cost more time than room.
alter table list_file_parts alter column bytes set storage external;

-- Operational: what a preview shows. Emptied when the file is loaded or thrown away.
create table staged_rows (
  council text not null,
  file uuid not null,
  row integer not null,
  key text not null,
  name_born text,
  comparable text not null,
  entry jsonb not null,
  raw jsonb not null,
  outcome text not null,
  reasons text[] not null,
  issues jsonb not null,
  change text,
  entry_id uuid not null,
  person uuid,
  is_known boolean not null,
  candidates uuid[] not null,
  place uuid,
  dwelling uuid,
  twin_row integer,
  constraint staged_rows_pk primary key (council, file, row)
);
create index staged_rows_by_key on staged_rows (council, file, key);
create index staged_rows_by_name on staged_rows (council, file, name_born);

create table list_versions (
  council text not null,
  id uuid not null,
  list text not null,
  number integer not null,
  profile_version integer not null,
  checksum text not null,
  file uuid not null,
  file_name text,
  received_at timestamptz not null,
  loaded_at timestamptz not null,
  loaded_by uuid not null,
  decide_by timestamptz not null,
  rows integer not null,
  accepted integer not null,
  changed integer not null,
  unchanged integer not null,
  needs_review integer not null,
  rejected integer not null,
  added_people integer not null,
  died integer not null,
  dropped integer not null,
  remarks jsonb not null,
  constraint list_versions_pk primary key (council, id),
  constraint list_versions_once unique (council, list, number)
);
create index list_versions_by_checksum on list_versions (council, checksum);

create table list_rows (
  council text not null,
  version uuid not null,
  row integer not null,
  outcome text not null,
  reasons text[] not null,
  change text,
  entry uuid not null,
  person uuid,
  constraint list_rows_pk primary key (council, version, row)
);
create index list_rows_by_entry on list_rows (council, entry);
create index list_rows_by_person on list_rows (council, person);

create table list_entries (
  council text not null,
  id uuid not null,
  list text not null,
  key text,
  comparable text,
  facts jsonb,
  raw jsonb,
  -- The facts when they were last loaded: a held row never overwrites them.
  loaded_facts jsonb,
  state text not null,
  reasons text[] not null,
  candidates uuid[] not null,
  person uuid,
  first_version uuid not null,
  last_version uuid not null,
  read_at timestamptz not null,
  dropped_by uuid,
  constraint list_entries_pk primary key (council, id),
  constraint list_entries_state check (state in ('loaded', 'held', 'rejected', 'left-out'))
);
create index list_entries_by_key on list_entries (council, list, key);
create index list_entries_by_person on list_entries (council, person);
create index list_entries_by_state on list_entries (council, state, list);
