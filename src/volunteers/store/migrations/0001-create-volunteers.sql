-- Who helps, where from, how far they were checked, and what they can do.

create table volunteers (
  council text not null,
  id uuid not null,
  place uuid not null,
  user_id uuid,
  name text,
  phone text,
  vetting text not null,
  training text[] not null,
  skills text[] not null,
  languages text[] not null,
  transport text[] not null,
  jobs_max integer not null,
  kept_from uuid[] not null,
  rests_until timestamptz,
  added_at timestamptz not null,
  constraint volunteers_pk primary key (council, id)
);
create index volunteers_by_place on volunteers (council, place);
create unique index volunteers_by_user on volunteers (council, user_id) where user_id is not null;
