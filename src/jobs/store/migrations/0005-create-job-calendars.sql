-- The secret address of a volunteer's calendar: only what it hashes to is kept.

create table job_calendars (
  council text not null,
  volunteer uuid not null,
  hash text not null,
  made_at timestamptz not null,
  constraint job_calendars_pk primary key (council, volunteer)
);
create unique index job_calendars_by_hash on job_calendars (council, hash);
