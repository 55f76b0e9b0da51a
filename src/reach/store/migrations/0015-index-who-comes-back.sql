-- Whoever was reached for a time, or is away until a day, waits again once it has passed.
drop index members_run_out;
create index members_run_out on members (council, round, until, id)
  where kind = 'person' and promised_at is null and until is not null;
