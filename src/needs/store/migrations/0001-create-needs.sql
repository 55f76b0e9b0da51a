-- What people asked for, and the dated actions of their plans.

create table needs (
  council text not null,
  id uuid not null,
  person uuid not null,
  place uuid,
  campaign uuid,
  attempt uuid,
  kind text not null,
  urgency text not null,
  state text not null,
  how text not null,
  words text,
  found_at timestamptz not null,
  found_by uuid not null,
  met_at timestamptz,
  constraint needs_pk primary key (council, id)
);
create index needs_by_person on needs (council, person);
create index needs_open on needs (council, place) where state in ('open', 'in-progress', 'blocked');

create table plan_actions (
  council text not null,
  id uuid not null,
  person uuid not null,
  need uuid,
  place uuid,
  what text,
  owner uuid,
  due_at timestamptz not null,
  state text not null,
  done_at timestamptz,
  planned_by uuid not null,
  constraint plan_actions_pk primary key (council, id)
);
create index plan_actions_by_person on plan_actions (council, person);
create index plan_actions_due on plan_actions (council, due_at) where state = 'open';
