-- How far the reading of a file of places has come, and when it was last heard of: one that stopped
-- is taken up again. A file that is kept and not read yet is `arriving`.
alter table geo_files add column rows_read integer not null default 0;
alter table geo_files add column touched_at timestamptz;
