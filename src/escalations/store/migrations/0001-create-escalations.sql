-- Questions that were passed up, their line, and who is director.

create table escalations (
  council text not null,
  id uuid not null,
  kind text not null,
  about uuid not null,
  place uuid,
  urgency text not null,
  level text not null,
  since timestamptz not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  question text,
  taken_by uuid,
  decision text,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  constraint escalations_pk primary key (council, id)
);
create index escalations_open on escalations (council, level) where answered_at is null;
create index escalations_by_about on escalations (council, about);

create table escalation_steps (
  council text not null,
  seq bigint not null,
  escalation uuid not null,
  step text not null,
  level text not null,
  why text,
  at timestamptz not null,
  by_user uuid not null,
  constraint escalation_steps_pk primary key (council, seq)
);
create index escalation_steps_by_escalation on escalation_steps (council, escalation);

create table directors (
  council text not null,
  director uuid not null,
  deputy uuid not null,
  number text,
  set_at timestamptz not null,
  set_by uuid not null,
  constraint directors_pk primary key (council)
);
