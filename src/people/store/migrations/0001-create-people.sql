-- The register of people: who they are, how to reach them, what must not be done, and doubts.

create table people (
  council text not null,
  id uuid not null,
  -- Position of the event that added the person: the record number that is said aloud.
  number bigint not null,
  place uuid,
  dwelling uuid,
  household uuid,
  name text not null,
  given text not null,
  middle text not null,
  family text not null,
  born date,
  nhs text,
  address text not null,
  postcode text not null,
  address_key text not null,
  language text,
  name_key text not null,
  family_key text not null,
  flags text[] not null,
  source text not null,
  merged_into uuid,
  -- The person that this record stands for now: itself, or whoever it was merged into.
  root uuid not null,
  merged_at timestamptz,
  added_at timestamptz not null,
  erased_at timestamptz,
  constraint people_pk primary key (council, id)
);
create index people_by_root on people (council, root);
create index people_by_place on people (council, place);
create index people_by_household on people (council, household);
create index people_by_dwelling on people (council, dwelling);
create index people_by_nhs on people (council, nhs) where nhs is not null;
create index people_by_name on people (council, name_key);
create index people_by_born on people (council, born);
create index people_by_address on people (council, address_key);
create index people_by_number on people (council, number);

create table contact_points (
  council text not null,
  id uuid not null,
  -- Whose it is now; `belongs_to` says whose it was before any merge.
  person uuid not null,
  belongs_to uuid not null,
  kind text not null,
  value text not null,
  source text not null,
  state text not null,
  last_worked_at timestamptz,
  added_at timestamptz not null,
  constraint contact_points_pk primary key (council, id),
  constraint contact_points_kind check (kind in ('mobile', 'landline', 'email')),
  constraint contact_points_state check (state in ('untested', 'works', 'wrong', 'barred'))
);
create index contact_points_by_person on contact_points (council, person);
create index contact_points_by_origin on contact_points (council, belongs_to);
create index contact_points_by_value on contact_points (council, value);

-- What each record itself was told. `people.flags` is the sum over merged records.
create table person_flags (
  council text not null,
  person uuid not null,
  flag text not null,
  source text not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  note text,
  constraint person_flags_pk primary key (council, person, flag)
);

-- Words to find people by. Collation C, so that a prefix is a plain range of the key.
create table person_tokens (
  council text not null,
  token text collate "C" not null,
  person uuid not null,
  kind text not null,
  constraint person_tokens_pk primary key (council, token, person, kind)
);
create index person_tokens_by_person on person_tokens (council, person);

create table reviews (
  council text not null,
  id uuid not null,
  reason text not null,
  persons uuid[] not null,
  row_id text,
  place uuid,
  state text not null,
  opened_at timestamptz not null,
  opened_seq bigint not null,
  put_off_seq bigint not null default 0,
  decided_at timestamptz,
  decided_by uuid,
  constraint reviews_pk primary key (council, id),
  constraint reviews_state check (state in ('open', 'same', 'different'))
);
create index reviews_by_state on reviews (council, state, put_off_seq, opened_seq);
