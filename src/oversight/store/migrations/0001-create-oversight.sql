-- Who looked, what about it is asked, and which records were opened in an emergency.

-- The opening under which a look was taken, if it would not have been possible without.
alter table reads add column opening uuid;

create index reads_by_actor on reads (council, actor, at);

-- Looks that no rule has weighed yet: put in with the look, taken out by the task.
create table looks_waiting (
  council text not null,
  look uuid not null,
  constraint looks_waiting_pk primary key (council, look)
);

create table openings (
  council text not null,
  id uuid not null,
  user_id uuid not null,
  reason text not null,
  why text,
  extent text not null,
  persons uuid[] not null,
  second_factor boolean not null,
  opened_at timestamptz not null,
  until_at timestamptz not null,
  ended_at timestamptz,
  due_at timestamptz not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  finding text,
  note text,
  constraint openings_pk primary key (council, id),
  constraint openings_extent check (extent in ('person', 'address'))
);
create index openings_by_user on openings (council, user_id, until_at);
create index openings_unreviewed on openings (council, due_at) where reviewed_at is null;

-- Whom it was told to: no opening stays silent, whatever stopped in between.
create table opening_notices (
  council text not null,
  opening uuid not null,
  told integer not null,
  told_at timestamptz not null,
  constraint opening_notices_pk primary key (council, opening)
);

-- Emergency questions that fitted nobody, or more than one: a guess must not be silent either.
create table opening_tries (
  council text not null,
  id uuid not null,
  user_id uuid not null,
  reason text not null,
  why text,
  tried_at timestamptz not null,
  constraint opening_tries_pk primary key (council, id)
);
create index opening_tries_by_user on opening_tries (council, user_id, tried_at);

create table questions (
  council text not null,
  id uuid not null,
  rule text not null,
  about uuid not null,
  day date not null,
  looks integer not null,
  state text not null,
  raised_at timestamptz not null,
  last_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  note text,
  constraint questions_pk primary key (council, id),
  constraint questions_state check (state in ('open', 'explained', 'look-into', 'serious'))
);
create index questions_by_state on questions (council, state, raised_at);
create index questions_by_day on questions (council, about, rule, day);

-- One rule asks about one look once, whatever happens.
create table question_looks (
  council text not null,
  rule text not null,
  look uuid not null,
  question uuid not null,
  constraint question_looks_pk primary key (council, rule, look)
);
create index question_looks_by_question on question_looks (council, question);

-- Where a member of staff lives, if they said so: only to notice looks at neighbours.
create table staff_homes (
  council text not null,
  user_id uuid not null,
  postcode text,
  constraint staff_homes_pk primary key (council, user_id)
);

create table report_settings (
  council text not null,
  names_staff boolean not null,
  constraint report_settings_pk primary key (council)
);
