-- Organisations and settings: shops, care homes, schools, halls. Asked and helped like homes.

create table organisations (
  council text not null,
  id uuid not null,
  kind text not null,
  place uuid not null,
  name text,
  phone text,
  constraint organisations_pk primary key (council, id)
);
create index organisations_by_place on organisations (council, place);
