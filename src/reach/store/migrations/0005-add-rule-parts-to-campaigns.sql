-- Kinds of organisation in the rule, how long being reached holds, and why a round was begun.
alter table campaigns
  add column kinds text[] not null default '{}',
  -- Null: as the hazard pack says. 0: for the whole round.
  add column lasts_hours integer;
alter table rounds add column reason text;
