-- Of whom a job was told that turned out to be another person's, and since when it is theirs.
alter table jobs
  add column told_of uuid,
  add column moved_at timestamptz;
alter table standing_jobs
  add column told_of uuid,
  add column told_seq bigint;
