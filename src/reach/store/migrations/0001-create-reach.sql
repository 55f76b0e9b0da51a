-- Campaigns, their members and where each stands, what was tried, and who holds whom.

create table campaigns (
  council text not null,
  id uuid not null,
  title text,
  purpose text,
  pack text not null,
  pack_version integer not null,
  member_kind text not null,
  lists text[] not null,
  places uuid[] not null,
  with_flags text[] not null,
  without_flags text[] not null,
  answerable uuid not null,
  opened_at timestamptz not null,
  constraint campaigns_pk primary key (council, id)
);

create table rounds (
  council text not null,
  id uuid not null,
  campaign uuid not null,
  number integer not null,
  started_at timestamptz not null,
  constraint rounds_pk primary key (council, id),
  constraint rounds_once unique (council, campaign, number)
);

create table members (
  council text not null,
  id uuid not null,
  campaign uuid not null,
  round uuid not null,
  kind text not null,
  subject uuid not null,
  place uuid,
  list text,
  state text not null,
  reason text,
  until timestamptz,
  next_step text not null,
  next_at timestamptz,
  promised_at timestamptz,
  attempts integer not null,
  asked boolean not null,
  needs integer not null,
  joined_at timestamptz not null,
  first_tried_at timestamptz,
  reached_at timestamptz,
  last_tried_at timestamptz,
  constraint members_pk primary key (council, id),
  constraint members_once unique (council, round, subject),
  constraint members_state check (state in ('reached', 'tried', 'untried', 'excused'))
);
create index members_by_campaign on members (council, campaign, round, place);
create index members_by_subject on members (council, subject);
create index members_waiting on members (council, round, next_at)
  where state in ('tried', 'untried');

-- One row for each change, so that any past moment can be asked for.
create table member_states (
  council text not null,
  member uuid not null,
  seq bigint not null,
  campaign uuid not null,
  round uuid not null,
  place uuid,
  recorded_at timestamptz not null,
  state text not null,
  reason text,
  until timestamptz,
  constraint member_states_pk primary key (council, member, seq)
);
create index member_states_by_round on member_states (council, round, recorded_at);

create table attempts (
  council text not null,
  id uuid not null,
  campaign uuid not null,
  round uuid not null,
  member uuid not null,
  subject uuid not null,
  channel text not null,
  contact_point uuid,
  outcome text not null,
  is_attempt boolean not null,
  was_stopped boolean not null,
  needs integer not null,
  by_user uuid not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  note text,
  constraint attempts_pk primary key (council, id)
);
create index attempts_by_member on attempts (council, member, happened_at desc);
create index attempts_by_subject on attempts (council, subject, happened_at desc);
create index attempts_by_user on attempts (council, by_user, recorded_at);

create table holds (
  council text not null,
  member uuid not null,
  user_id uuid not null,
  until timestamptz not null,
  constraint holds_pk primary key (council, member)
);
create index holds_by_user on holds (council, user_id);
