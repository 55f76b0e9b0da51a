-- Problems as they were told, which were joined into one, and their line.

create table problems (
  council text not null,
  id uuid not null,
  kind text not null,
  place uuid not null,
  words text,
  told_at timestamptz not null,
  told_by uuid not null,
  joined_into uuid,
  joined_at timestamptz,
  root uuid not null,
  owner uuid,
  due_at timestamptz not null,
  answer text,
  answers integer not null,
  answered_at timestamptz,
  answered_by uuid,
  ended_at timestamptz,
  constraint problems_pk primary key (council, id)
);
create index problems_by_root on problems (council, root);
create index problems_by_place on problems (council, place);

create table problem_steps (
  council text not null,
  seq bigint not null,
  problem uuid not null,
  other uuid,
  step text not null,
  at timestamptz not null,
  by_user uuid not null,
  constraint problem_steps_pk primary key (council, seq)
);
create index problem_steps_by_problem on problem_steps (council, problem);
