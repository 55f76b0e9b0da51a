-- A version of a list that was sealed and is closed again.
alter table list_versions add column is_purged boolean not null default false;
