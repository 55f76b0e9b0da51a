-- What a member's standing is derived from: stops on records, and what each attempt left to come.

create table stops (
  council text not null,
  -- The record that it was told of; it holds for all records joined with it.
  person uuid not null,
  flag text not null,
  constraint stops_pk primary key (council, person, flag)
);

alter table attempts
  add column seq bigint not null default 0,
  add column next_step text not null default 'none',
  add column next_at timestamptz,
  add column promised_at timestamptz;

alter table members
  add column first_step text not null default 'ring',
  add column first_at timestamptz;

-- The next file fills these for every council; rights and forced row security are set anew after.
alter table attempts no force row level security;
alter table members no force row level security;
alter table events no force row level security;
alter table person_flags no force row level security;
