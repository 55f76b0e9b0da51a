-- Help that comes again, and is made into jobs ahead.

create table standing_jobs (
  council text not null,
  id uuid not null,
  kind text not null,
  person uuid,
  place uuid,
  need uuid,
  size text not null,
  care text[] not null,
  first_at timestamptz not null,
  every_weeks integer not null,
  items text,
  from_where text,
  safety text,
  set_at timestamptz not null,
  set_by uuid not null,
  ended_at timestamptz,
  constraint standing_jobs_pk primary key (council, id)
);
create index standing_jobs_open on standing_jobs (council) where ended_at is null;
create index standing_jobs_by_person on standing_jobs (council, person);
