-- What each version said of an entry, what people decided about it, loads that were taken back, and
-- whether anything still allows contact with somebody whom no list names any more.

-- Where in the record each reading of an entry stands. Its words are in the register, there only.
create table list_readings (
  council text not null,
  entry uuid not null,
  seq bigint not null,
  version uuid not null,
  row integer not null,
  constraint list_readings_pk primary key (council, entry, seq)
);
create index list_readings_by_version on list_readings (council, version);

create table list_decisions (
  council text not null,
  entry uuid not null,
  seq bigint not null,
  decision text not null,
  person uuid,
  decided_by uuid not null,
  decided_at timestamptz not null,
  constraint list_decisions_pk primary key (council, entry, seq)
);

alter table list_versions
  add column undone_at timestamptz,
  add column undone_by uuid,
  add column undo_reason text,
  -- Somebody asked for it, and a second person has to agree.
  add column undo_asked_at timestamptz,
  add column undo_asked_by uuid,
  -- Why a list that shrank by half was loaded all the same.
  add column shrink_reason text;

create table basis_checks (
  council text not null,
  person uuid not null,
  why text not null,
  list text not null,
  version uuid not null,
  asked_at timestamptz not null,
  state text not null,
  basis text,
  note text,
  decided_by uuid,
  decided_at timestamptz,
  constraint basis_checks_pk primary key (council, person),
  constraint basis_checks_why check (why in ('dropped', 'undone', 'closed')),
  constraint basis_checks_state check (state in ('open', 'kept', 'stopped'))
);
create index basis_checks_by_version on basis_checks (council, version);
