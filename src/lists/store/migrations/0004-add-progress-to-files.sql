-- How far the reading of a file has come, and when it was last heard of: one that stopped is taken
-- up again.
alter table list_files drop constraint list_files_state;
alter table list_files add constraint list_files_state
  check (state in ('arriving', 'arrived', 'read', 'refused', 'loaded', 'thrown-away', 'destroyed'));
alter table list_files add column lines integer not null default 0;
alter table list_files add column rows_read integer not null default 0;
alter table list_files add column touched_at timestamptz;
