-- The queue of those to ring in its own order, and what was last heard at a number.
create index members_to_ring on members
  (council, round, promised_at, (state = 'untried') desc, next_at, id)
  where kind = 'person' and state <> 'excused';
create index attempts_by_contact_point on attempts (council, contact_point, happened_at desc)
  where contact_point is not null;
drop index members_waiting;
