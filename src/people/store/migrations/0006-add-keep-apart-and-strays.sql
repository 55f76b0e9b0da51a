-- Pairs that somebody said are two people, with what their facts said then (codes, no words).
create table kept_apart (
  council text not null,
  -- The smaller id first: a pair has one row.
  one uuid not null,
  other uuid not null,
  agreements jsonb not null,
  because text not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  seq bigint not null,
  constraint kept_apart_pk primary key (council, one, other)
);
create index kept_apart_by_other on kept_apart (council, other);

-- What happened while two records were joined, where nothing says whose it is.
create table strays (
  council text not null,
  id uuid not null,
  kind text not null,
  thing uuid not null,
  code text not null,
  happened_at timestamptz not null,
  from_person uuid not null,
  into_person uuid not null,
  place uuid,
  found_at timestamptz not null,
  found_seq bigint not null,
  whose uuid,
  settled_by uuid,
  settled_at timestamptz,
  constraint strays_pk primary key (council, id)
);
create index strays_open on strays (council, found_seq) where whose is null;
create index strays_by_from on strays (council, from_person);
create index strays_by_into on strays (council, into_person);

-- How likely the two are one person, where that was known; else its reason says.
alter table reviews add column probability double precision;

-- Operational, like the holds of calls: who judges which pair now.
create table review_holds (
  council text not null,
  review uuid not null,
  user_id uuid not null,
  until timestamptz not null,
  constraint review_holds_pk primary key (council, review)
);
create index review_holds_by_user on review_holds (council, user_id);
