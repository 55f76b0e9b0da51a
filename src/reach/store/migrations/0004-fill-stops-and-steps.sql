-- For folders from before 0003: what the record says of stops and steps, for every council.

insert into stops (council, person, flag)
select council, person, flag from person_flags
where flag in ('deceased-reported', 'deceased-confirmed', 'moved-reported', 'moved-confirmed');

update attempts a set seq = e.seq, next_step = e.body -> 'next' ->> 'step',
  next_at = to_timestamp((e.body -> 'next' ->> 'at')::numeric / 1000),
  promised_at = to_timestamp((e.body ->> 'promisedAt')::numeric / 1000)
from events e
where e.council = a.council and e.kind = 'reach.AttemptRecorded'
  and (e.body ->> 'attempt')::uuid = a.id;

update members m set first_step = e.body -> 'next' ->> 'step',
  first_at = to_timestamp((e.body -> 'next' ->> 'at')::numeric / 1000)
from events e
where e.council = m.council and e.kind = 'reach.MemberJoined'
  and (e.body ->> 'member')::uuid = m.id;
