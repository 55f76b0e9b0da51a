-- District, villages, zones, streets and dwellings, and who looks after each.

create table places (
  council text not null,
  id uuid not null,
  kind text not null,
  parent uuid,
  path uuid[] not null,
  name text not null,
  gss text,
  homes integer not null default 0,
  constraint places_pk primary key (council, id),
  constraint places_kind check (kind in ('district', 'village', 'zone', 'street'))
);
create index places_by_parent on places (council, parent);
create index places_by_path on places using gin (path);

create table dwellings (
  council text not null,
  id uuid not null,
  street uuid not null,
  uprn text,
  address text not null,
  postcode text not null,
  address_key text not null,
  constraint dwellings_pk primary key (council, id)
);
create index dwellings_by_uprn on dwellings (council, uprn);
create index dwellings_by_street on dwellings (council, street);
create index dwellings_by_address on dwellings (council, address_key);

create table postcodes (
  council text not null,
  postcode text not null,
  place uuid not null,
  constraint postcodes_pk primary key (council, postcode)
);

create table place_owners (
  council text not null,
  place uuid not null,
  user_id uuid not null,
  since timestamptz not null,
  constraint place_owners_pk primary key (council, place)
);
