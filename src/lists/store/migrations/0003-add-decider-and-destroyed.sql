-- Who decides about the rows of a version, where that is not who loaded it, and when the file as
-- received was destroyed.
alter table list_versions add column decider uuid;
alter table list_versions add column file_destroyed_at timestamptz;
