// Who is rung next, and by whom? A person is held for one caller and frees by itself.
//
// Holds are like sessions: they say who works on what now, not what happened, so they are not in
// the record. A hold that has run out counts as none, without anybody tidying it.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { hardStops } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'

export const holdMs = 20 * minuteMs

export type Hold = { readonly member: Id; readonly heldUntil: Date }
export type Taking = { readonly now: number; readonly user: Id }

/** The one this caller holds already, else the most urgent that nobody holds. */
export async function takeNext(tx: Tx, scope: Scope, taking: Taking): Promise<Hold | undefined> {
  const held = await sql<Hold>`
    select h.member, h.until as "heldUntil" from holds h
    join members m on m.council = h.council and m.id = h.member
    where h.council = ${scope.council} and h.user_id = ${taking.user}
      and h.until > ${new Date(taking.now)} and m.state <> 'excused'
      and ${mayBeRung} and ${inScope(scope, 'm.place')} limit 1`.execute(tx)
  if (held.rows[0]) return held.rows[0]
  const next = await waiting(tx, scope, taking)
  return next === undefined ? undefined : hold(tx, scope.council, { ...taking, member: next })
}

/**
 * Nobody with a hard stop is ever rung, whatever their next step says. A record that was joined
 * into another has that one's numbers: where only it is a member, it is still rung.
 */
const mayBeRung = sql<boolean>`exists (select from people p
    join contact_points k on k.council = p.council and k.person = p.root
      and k.kind in ('mobile', 'landline') and k.state in ('untested', 'works')
    where p.council = m.council and p.id = m.subject and not p.flags && ${[...hardStops]}::text[]
      and (p.root = p.id or not exists (select from members o
        where o.council = m.council and o.round = m.round and o.subject = p.root)))`

/** Their next step is to ring and its time has come: a promise, too; or being reached ran out. */
const isDue = (at: Date) => sql<boolean>`m.state <> 'excused'
  and ((m.next_step in ('ring', 'ring-next-number') and m.next_at <= ${at})
    or (m.state = 'reached' and m.until <= ${at}))`

/** Everybody whom this caller's places have to ring by now, held by somebody or not. */
function inQueue(scope: Scope, at: Date) {
  return sql`from members m join rounds r on r.council = m.council and r.id = m.round
    where m.council = ${scope.council} and m.kind = 'person'
      and r.number = (select max(x.number) from rounds x
        where x.council = r.council and x.campaign = r.campaign)
      and ${isDue(at)} and ${inScope(scope, 'm.place')} and ${mayBeRung}`
}

/** Promises first, the latest broken one on top; then never tried; then who has waited longest. */
async function waiting(tx: Tx, scope: Scope, { now }: Taking): Promise<Id | undefined> {
  const at = new Date(now)
  const found = await sql<{ id: Id }>`
    select m.id ${inQueue(scope, at)}
      and not exists (select from holds h where h.council = m.council and h.member = m.id
        and h.until > ${at})
    order by m.promised_at nulls last, (m.state = 'untried') desc, m.next_at, m.id
    limit 1 for update of m skip locked`.execute(tx)
  return found.rows[0]?.id
}

type Holding = Taking & { readonly member: Id }

/** Holds one member; undefined if somebody else holds them. */
export async function hold(tx: Tx, council: string, holding: Holding): Promise<Hold | undefined> {
  const { member, user, now } = holding
  const until = new Date(now + holdMs)
  const made = await sql`insert into holds (council, member, user_id, until)
    values (${council}, ${member}, ${user}, ${until})
    on conflict (council, member) do update set user_id = excluded.user_id, until = excluded.until
      where holds.until <= ${new Date(now)} or holds.user_id = ${user}
    returning member`.execute(tx)
  return made.rows.length > 0 ? { member, heldUntil: until } : undefined
}

export async function releaseHold(
  tx: Tx,
  council: string,
  { member, user }: { member: Id; user: Id },
): Promise<void> {
  await sql`delete from holds
    where council = ${council} and member = ${member} and user_id = ${user}`.execute(tx)
}

export type Calls = { readonly done: number; readonly left: number }

/** What this caller has done today, and how many wait in their places. */
export async function callsToday(tx: Tx, scope: Scope, { now, user }: Taking): Promise<Calls> {
  const at = new Date(now)
  const found = await sql<Calls>`select
    (select count(*) from attempts a where a.council = ${scope.council} and a.by_user = ${user}
      and a.is_attempt and a.recorded_at >= date_trunc('day', ${at}::timestamptz, 'Europe/London')
    ) as done,
    (select count(*) ${inQueue(scope, at)}) as left`.execute(tx)
  return found.rows[0] ?? { done: 0, left: 0 }
}
