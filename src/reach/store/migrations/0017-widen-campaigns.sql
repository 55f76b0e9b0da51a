-- More of whom a campaign means, who may work it and when, how it is spread, and that it has ended.
alter table campaigns
  add column area uuid,
  add column age_from integer,
  add column age_to integer,
  add column not_reached_in uuid,
  add column work_users uuid[] not null default '{}',
  add column work_roles text[] not null default '{}',
  add column work_places uuid[] not null default '{}',
  add column starts_at timestamptz,
  add column ends_at timestamptz,
  add column per_day integer,
  add column rest_days integer,
  add column repeats uuid,
  add column closed_at timestamptz,
  add column closed_reason text;
