-- Every stop has been told at some time: the file before this one filled those of old folders.
alter table stops alter column told_at set not null;
