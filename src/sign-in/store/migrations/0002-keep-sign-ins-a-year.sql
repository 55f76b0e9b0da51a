-- Lines are added, never changed, and go when nobody may ask about them any more.
comment on table sign_in_log is
  'append-only, kept 365 days: who came in by which door, and who was turned away';
