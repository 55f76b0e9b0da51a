-- The services directory: each service as it was received; and whether it is given out.

create table services (
  council text not null,
  id uuid not null,
  name text,
  document text,
  listed_at timestamptz not null,
  constraint services_pk primary key (council, id)
);

create table directory_settings (
  council text not null,
  is_public boolean not null,
  constraint directory_settings_pk primary key (council)
);
