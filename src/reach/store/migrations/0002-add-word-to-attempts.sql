-- The hazard pack's own word for what happened, such as "in hospital"; its meaning is the outcome.
alter table attempts add column word text;
