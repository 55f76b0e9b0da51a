-- Until when somebody is away, or since when supply is off or on: as the outcome says.
alter table attempts add column told_at timestamptz;
