-- Somebody may be a member of two campaigns: a hold is of the person, so that no two callers have
-- them at a time. Who is held now is not in the record, and nobody holds longer than 20 minutes.
drop table holds;
create table holds (
  council text not null,
  -- The record in use, whichever of a person's records is the member.
  person uuid not null,
  member uuid not null,
  user_id uuid not null,
  until timestamptz not null,
  constraint holds_pk primary key (council, person)
);
create index holds_by_user on holds (council, user_id);
create index holds_by_member on holds (council, member);
