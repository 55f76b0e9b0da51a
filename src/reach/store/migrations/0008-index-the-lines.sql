-- Each line in which people wait to be rung by an index of its own, so that its first is found
-- without passing by those who do not wait, or not yet.
create index members_promised on members (council, round, promised_at, id)
  where kind = 'person' and state <> 'excused' and promised_at is not null;
create index members_never_tried on members (council, round, next_at, id)
  where kind = 'person' and state = 'untried' and promised_at is null
    and next_step in ('ring', 'ring-next-number');
create index members_to_ring_again on members (council, round, next_at, id)
  where kind = 'person' and state in ('tried', 'reached') and promised_at is null
    and next_step in ('ring', 'ring-next-number');
create index members_run_out on members (council, round, until, id)
  where kind = 'person' and state = 'reached' and promised_at is null;
drop index members_to_ring;
