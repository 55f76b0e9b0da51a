-- Whom a list or an area went on without: by which version of it, and since when.
alter table members
  add column dropped text,
  add column dropped_version uuid,
  add column dropped_number integer,
  add column dropped_at timestamptz;
