-- Affected areas, each time they were drawn: the newest version of each stands.
create table area_versions (
  council text not null,
  id uuid not null,
  area uuid not null,
  number integer not null,
  source text not null,
  shape jsonb not null,
  postcodes text[] not null,
  name text,
  note text,
  drawn_at timestamptz not null,
  drawn_by uuid not null,
  constraint area_versions_pk primary key (council, id),
  constraint area_versions_number unique (council, area, number)
);
