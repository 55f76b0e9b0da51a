-- What was seen of a volunteer: identity, DBS, references, training; from when, until when.

create table volunteer_checks (
  council text not null,
  id uuid not null,
  volunteer uuid not null,
  kind text not null,
  -- Which training; empty for every other kind.
  item text not null,
  from_at timestamptz not null,
  -- The first moment at which it no longer counts; null while nothing ends it.
  until_at timestamptz,
  added_at timestamptz not null,
  added_by uuid not null,
  withdrawn_at timestamptz,
  constraint volunteer_checks_pk primary key (council, id, kind, item)
);
create index volunteer_checks_by_volunteer on volunteer_checks (council, volunteer);
create index volunteer_checks_by_end on volunteer_checks (council, until_at)
  where until_at is not null and withdrawn_at is null;
