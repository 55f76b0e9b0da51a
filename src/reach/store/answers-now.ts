// Who answers for a campaign at this moment? Whoever is named; when they can no longer run
// campaigns, whoever does so the longest. From the clock alone: nobody who waits is without an
// owner between the leaving of one and the naming of another.
import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../kernel/ids.ts'

/** The permission `reach.run` is for the same roles. */
const runners = sql`('hub-manager', 'officer')`

/** Of a user `u` and a grant `g` of theirs: they run campaigns of the whole council now. */
export function runsCampaigns(at: Date): RawBuilder<boolean> {
  return sql<boolean>`(u.disabled_at is null and g.place is null and g.role in ${runners}
    and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})
    and not exists (select from suspensions s where s.council = u.council and s.user_id = u.id
      and s.starts_at <= ${at} and (s.ends_at is null or s.ends_at > ${at})))`
}

/** Hub managers before officers, who has been it the longest first. Null: there is nobody. */
export function runsLongest(council: RawBuilder<string>, at: Date): RawBuilder<Id | null> {
  return sql<Id | null>`(select u.id from grants g
    join users u on u.council = g.council and u.id = g.user_id
    where g.council = ${council} and ${runsCampaigns(at)}
    order by g.role <> 'hub-manager', g.starts_at, u.id limit 1)`
}

/** Of a campaign `c`. */
export function answersNow(at: Date): RawBuilder<Id | null> {
  return sql<Id | null>`coalesce((select u.id from users u
      where u.council = c.council and u.id = c.answerable and exists (select from grants g
        where g.council = u.council and g.user_id = u.id and ${runsCampaigns(at)})),
    ${runsLongest(sql`c.council`, at)})`
}
