-- Which volunteer was asked for which job, until when, and what they said.

create table job_asks (
  council text not null,
  id uuid not null,
  job uuid not null,
  volunteer uuid not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  until_at timestamptz not null,
  answer text,
  answered_at timestamptz,
  constraint job_asks_pk primary key (council, id),
  constraint job_asks_answer check (answer in ('yes', 'no'))
);
create index job_asks_by_job on job_asks (council, job);
create index job_asks_by_volunteer on job_asks (council, volunteer, asked_at);
