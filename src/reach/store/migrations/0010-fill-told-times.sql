-- For folders from before 0009: when each stop was told, from the record.
update stops s set told_at = coalesce((
  select max(e.recorded_at) from events e
  where e.council = s.council and e.kind = 'people.FlagRaised'
    and e.body ->> 'person' = s.person::text
    and e.body ->> 'flag' = split_part(s.flag, '-', 1) || '-reported'
), (
  select max(e.recorded_at) from events e
  where e.council = s.council and e.kind in ('people.FlagRaised', 'people.PersonAdded')
    and e.body ->> 'person' = s.person::text
), now());
