-- Who rings today, by the last sharing of calls, and who was given whom.
create table call_callers (
  council text not null,
  user_id uuid not null,
  share uuid not null,
  room integer not null,
  languages text[] not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  shared_at timestamptz not null,
  constraint call_callers_pk primary key (council, user_id)
);

create table call_shares (
  council text not null,
  member uuid not null,
  user_id uuid not null,
  share uuid not null,
  -- From then on the call is anybody's.
  until timestamptz not null,
  constraint call_shares_pk primary key (council, member)
);
create index call_shares_by_user on call_shares (council, user_id);
