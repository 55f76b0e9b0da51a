-- How a council's own files are read, and what columns are called now. Made from the record.
create table list_profiles (
  council text not null,
  id uuid not null,
  list text not null,
  covers text not null,
  about text not null,
  columns jsonb not null,
  saved_at timestamptz not null,
  saved_by uuid not null,
  constraint list_profiles_pk primary key (council, id),
  constraint list_profiles_covers check (covers in ('whole', 'additions')),
  constraint list_profiles_about check (about in ('person', 'dwelling'))
);

create table list_column_names (
  council text not null,
  list text not null,
  column_name text not null,
  header text not null,
  named_at timestamptz not null,
  constraint list_column_names_pk primary key (council, list, column_name)
);
