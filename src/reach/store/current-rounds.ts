// Which rounds are rung: of campaigns that are open, between their days, by whom they name?
import { type RawBuilder, sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'

export type AskedOfRounds = {
  readonly at: Date
  /** Those that begin until then are rung too: a day is planned before it began. */
  readonly by?: Date
  readonly user?: Id | undefined
}

/**
 * Of each campaign only the round that is under way; without a moment, on any day; without a user,
 * by anybody.
 */
export function currentRounds({ council }: Pick<Scope, 'council'>, asked?: AskedOfRounds) {
  const mayBeTheirs =
    asked?.user === undefined ? sql`true` : mayWork(sql`${asked.user}::uuid`, asked.at)
  return sql`select r.id from rounds r
    join campaigns c on c.council = r.council and c.id = r.campaign
    where r.council = ${council} and c.closed_at is null
    and ${asked ? isInTime(asked) : sql`true`} and ${mayBeTheirs}
    and r.number = (select max(x.number) from rounds x
      where x.council = r.council and x.campaign = r.campaign)`
}

/** Of a campaign `c`. */
export function isInTime({ at, by = at }: Pick<AskedOfRounds, 'at' | 'by'>): RawBuilder<boolean> {
  return sql<boolean>`((c.starts_at is null or c.starts_at <= ${by})
    and (c.ends_at is null or c.ends_at > ${at}))`
}

/** Whether a campaign `c` names anybody. */
export const isForAnybody = sql<boolean>`(c.work_users = '{}' and c.work_roles = '{}'
  and c.work_places = '{}')`

/** Nobody named: whoever may ring. Else these people, these roles, and whose work lies there. */
export function mayWork(user: RawBuilder<unknown>, at: Date): RawBuilder<boolean> {
  return sql<boolean>`(${isForAnybody} or ${user} = any (c.work_users)
    or exists (select from grants g where g.council = c.council and g.user_id = ${user}
      and (g.role = any (c.work_roles) or exists (select from places s
        where s.council = g.council and s.id = g.place and s.path && c.work_places))
      and g.starts_at <= ${at} and (g.ends_at is null or g.ends_at > ${at})))`
}
