-- When they can, how much they want, where they like to go, and whether they were stood down.

alter table volunteers
  add column jobs_a_week integer,
  -- Days of the week and minutes since midnight; none: whenever they are asked.
  add column hours jsonb not null default '[]',
  -- Days in London, both of them away.
  add column away_from text,
  add column away_until text,
  add column streets uuid[] not null default '{}',
  add column stood_down_at timestamptz,
  add column stood_down_by uuid,
  -- Null: until somebody says that it is over.
  add column stood_down_until timestamptz,
  add column stood_down_why text;
