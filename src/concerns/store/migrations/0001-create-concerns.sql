-- Welfare concerns: what was told, what was tried, how it ended, and who answers for them.

create table concerns (
  council text not null,
  id uuid not null,
  person uuid not null,
  cause text not null,
  is_danger boolean not null,
  opened_at timestamptz not null,
  opened_seq bigint not null,
  answer_by timestamptz not null,
  end_by timestamptz not null,
  answered_at timestamptz,
  taken_by uuid,
  ended_at timestamptz,
  ended_seq bigint,
  ended_by uuid,
  ending text,
  evidence_letters integer,
  evidence text,
  confirmed_by text,
  constraint concerns_pk primary key (council, id)
);
create index concerns_by_person on concerns (council, person);
create index concerns_open on concerns (council, person) where ended_at is null;

create table worries (
  council text not null,
  id uuid not null,
  concern uuid not null,
  person uuid not null,
  cause text not null,
  is_danger boolean not null,
  told_at timestamptz not null,
  told_by uuid,
  words text,
  constraint worries_pk primary key (council, id)
);
create index worries_by_concern on worries (council, concern);
create index worries_by_person on worries (council, person);

create table concern_steps (
  council text not null,
  seq bigint not null,
  concern uuid not null,
  person uuid not null,
  step text not null,
  result text not null,
  at timestamptz not null,
  by_user uuid not null,
  words text,
  constraint concern_steps_pk primary key (council, seq)
);
create index concern_steps_by_concern on concern_steps (council, concern);
create index concern_steps_by_person on concern_steps (council, person);

create table safeguarding_desks (
  council text not null,
  owner uuid not null,
  deputy uuid not null,
  opens integer not null,
  closes integer not null,
  days integer[] not null,
  number text,
  set_at timestamptz not null,
  set_by uuid not null,
  constraint safeguarding_desks_pk primary key (council)
);
