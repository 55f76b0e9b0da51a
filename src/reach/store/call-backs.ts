// Who was promised a call, for when, and by whom? The latest broken promise first.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { hardStops } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'

export const callBacksMax = 500

export type CallBack = {
  readonly member: Id
  readonly person: Id
  /** Nothing for whoever meets people one by one: they learn it when they ring. */
  readonly name: string | null
  readonly at: Date
  readonly promisedBy: string | null
  readonly street: string | null
  readonly village: string | null
  readonly campaign: string
  /** A colleague has them open now. */
  readonly isHeld: boolean
}

export type CallBacksAsked = {
  readonly within: Id | null
  readonly now: number
  readonly user: Id
  /** Whose names the reader may meet in a list. */
  readonly known: Scope
}

/** Nobody who must not be rung; a promise to them is answered by the stop. */
export async function callBacks(
  tx: Tx,
  scope: Scope,
  { within, now, user, known }: CallBacksAsked,
): Promise<readonly CallBack[]> {
  const found = await sql<CallBack>`
    select m.id as member, p.id as person,
      case when ${inScope(known, 'p.place')} then coalesce(p.name, '') end as name,
      m.promised_at as at,
      (select u.name from attempts a
        join users u on u.council = a.council and u.id = a.by_user
        where a.council = m.council and a.subject = m.subject and a.promised_at = m.promised_at
        order by a.seq desc limit 1) as "promisedBy",
      case when s.kind = 'street' then s.name end as street, v.name as village,
      coalesce(c.title, '') as campaign,
      exists (select from holds h where h.council = m.council and h.person = p.root
        and h.user_id <> ${user} and h.until > ${new Date(now)}) as "isHeld"
    from members m
    join campaigns c on c.council = m.council and c.id = m.campaign
    join rounds r on r.council = m.council and r.id = m.round
    join people p on p.council = m.council and p.id = m.subject and p.erased_at is null
    left join places s on s.council = m.council and s.id = m.place
    left join places v on v.council = m.council and v.id = any (s.path) and v.kind = 'village'
    where m.council = ${scope.council} and m.kind = 'person' and m.state <> 'excused'
      and m.promised_at is not null and not p.flags && ${[...hardStops]}::text[]
      and r.number = (select max(x.number) from rounds x
        where x.council = r.council and x.campaign = r.campaign)
      and ${inScope(scope, 'm.place')} and ${lies(scope, within)}
    order by m.promised_at, m.id limit ${callBacksMax}`.execute(tx)
  return found.rows
}

function lies(scope: Scope, within: Id | null): RawBuilder<unknown> {
  if (within === null) return sql`true`
  return sql`m.place in (select id from places
    where council = ${scope.council} and path @> array[${within}::uuid])`
}
