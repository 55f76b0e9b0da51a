-- What volunteers can do, who holds it, and its line.

create table jobs (
  council text not null,
  id uuid not null,
  kind text not null,
  person uuid,
  place uuid,
  need uuid,
  standing uuid,
  urgency text not null,
  state text not null,
  size text not null,
  care text[] not null,
  people integer not null,
  vetting text not null,
  items text,
  from_where text,
  safety text,
  start_at timestamptz,
  due_at timestamptz not null,
  offered_at timestamptz not null,
  offered_by uuid not null,
  volunteer uuid,
  second uuid,
  claim uuid,
  claimed_at timestamptz,
  claim_until timestamptz,
  begun_at timestamptz,
  home_by timestamptz,
  home_at timestamptz,
  ended_at timestamptz,
  ended_by uuid,
  reason text,
  handed_to text,
  note text,
  constraint jobs_pk primary key (council, id)
);
create index jobs_open on jobs (council, due_at)
  where state in ('offered', 'claimed', 'under-way');
create index jobs_by_person on jobs (council, person);
create index jobs_by_volunteer on jobs (council, volunteer) where volunteer is not null;
create index jobs_by_second on jobs (council, second) where second is not null;
create index jobs_ended on jobs (council, ended_at) where ended_at is not null;

create table job_steps (
  council text not null,
  seq bigint not null,
  job uuid not null,
  step text not null,
  why text,
  volunteer uuid,
  second uuid,
  at timestamptz not null,
  by_user uuid not null,
  constraint job_steps_pk primary key (council, seq)
);
create index job_steps_by_job on job_steps (council, job);
