-- Places and homes end without being lost; what a place or a home was called before is kept; and
-- where somebody said that an address lies is remembered.

alter table places add column ended_at timestamptz;
alter table dwellings add column ended_at timestamptz;

create table place_former (
  council text not null,
  place uuid not null,
  seq bigint not null,
  name text not null,
  until_at timestamptz not null,
  constraint place_former_pk primary key (council, place, seq)
);

-- How a home stood before a command changed it, so that the command can be undone.
create table dwelling_former (
  council text not null,
  dwelling uuid not null,
  command uuid not null,
  street uuid not null,
  uprn text,
  address text not null,
  postcode text not null,
  address_key text not null,
  ended_at timestamptz,
  constraint dwelling_former_pk primary key (council, dwelling, command)
);
create index dwelling_former_by_command on dwelling_former (council, command);

create table place_aliases (
  council text not null,
  kind text not null,
  key text not null,
  place uuid not null,
  constraint place_aliases_pk primary key (council, kind, key),
  constraint place_aliases_kind check (kind in ('address', 'postcode', 'street', 'village'))
);
