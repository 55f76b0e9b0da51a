-- Whoever withdrew is asked about at once, and so is whoever a list may not be kept of any longer.
-- What was decided before comes back when the load that asked again is undone.
alter table basis_checks
  add column before jsonb,
  drop constraint basis_checks_why,
  add constraint basis_checks_why
    check (why in ('dropped', 'undone', 'closed', 'withdrawn', 'time-over'));

-- What the rows of a version said is purged when its time is over; its figures stay.
alter table list_versions
  add column entries_purged integer not null default 0,
  add column entries_purged_at timestamptz;
alter table list_entries
  drop constraint list_entries_state,
  add constraint list_entries_state
    check (state in ('loaded', 'held', 'rejected', 'left-out', 'purged'));
