-- What was told when they were added is a check like any other, without an end.

insert into volunteer_checks (council, id, volunteer, kind, item, from_at, added_at, added_by)
select v.council, v.id, v.id, told.kind, told.item,
  date_trunc('day', e.recorded_at, 'Europe/London'), e.recorded_at, e.actor
from volunteers v
join events e on e.council = v.council and e.kind = 'volunteers.VolunteerAdded'
  and e.body ->> 'volunteer' = v.id::text
cross join lateral (
  select v.vetting as kind, '' as item where v.vetting <> 'none'
  union select 'training', item from unnest(v.training) as t(item)
) told
where v.erased_at is null;
