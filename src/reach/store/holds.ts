// Who is rung next, and by whom? A person is held for one caller and frees by itself.
//
// Holds are like sessions: they say who works on what now, not what happened, so they are not in
// the record. A hold that has run out counts as none, without anybody tidying it.
import { sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { currentRounds } from './current-rounds.ts'
import { firstInLines, isDue, mayBeRung, phonesWork } from './lines.ts'

export const holdMs = 20 * minuteMs

export type Hold = { readonly member: Id; readonly heldUntil: Date }
export type Taking = { readonly now: number; readonly user: Id }

/** A choice is lost when two make it at the same moment; the next look sees who has them. */
const looksMax = 5

/**
 * The one this caller holds already, else the most urgent that nobody holds. `done` is let go of
 * first.
 */
export async function takeNext(
  tx: Tx,
  scope: Scope,
  taking: Taking & { readonly done?: Id },
): Promise<Hold | undefined> {
  for (let look = 1; ; look++) {
    const found = await lookForNext(tx, scope, taking)
    if (found === undefined || found.heldUntil) return found as Hold | undefined
    if (look === looksMax) return undefined
  }
}

type Chosen = { readonly member: Id; readonly heldUntil: Date | null }

/** Without a time: chosen, but somebody else was quicker. One statement, one way to and fro. */
export async function lookForNext(
  tx: Tx,
  scope: Scope,
  { now, user, done }: Taking & { readonly done?: Id },
): Promise<Chosen | undefined> {
  const at = new Date(now)
  const until = new Date(now + holdMs)
  const found = await sql<Chosen>`
    with released as (
      delete from holds where council = ${scope.council} and member = ${done ?? null}
        and user_id = ${user}
    ), mine as materialized (
      select h.member, h.until from holds h
      join members m on m.council = h.council and m.id = h.member
      where h.council = ${scope.council} and h.user_id = ${user} and h.until > ${at}
        and h.member is distinct from ${done ?? null}
        and (m.state <> 'excused' or m.until <= ${at})
        and m.round in (${currentRounds(scope)})
        and ${mayBeRung} and ${inScope(scope, 'm.place')} limit 1
    ), ${firstInLines(scope, { user, at }, sql`select member from mine`)}, taken as (
      insert into holds (council, person, member, user_id, until)
      select ${scope.council}, p.root, f.id, ${user}, ${until} from first f
      join members m on m.council = ${scope.council} and m.id = f.id
      join people p on p.council = m.council and p.id = m.subject
      on conflict (council, person) do update
        set member = excluded.member, user_id = excluded.user_id, until = excluded.until
        where holds.until <= ${at} or holds.user_id = ${user}
      returning member, until
    )
    select member, until as "heldUntil" from mine
    union all
    select f.id, t.until from first f left join taken t on t.member = f.id`.execute(tx)
  return found.rows[0]
}

type Holding = Taking & {
  readonly member: Id
  /** They speak to them now, whoever was about to ring. */
  readonly isOnThePhone?: boolean
}

/** Holds one member; undefined if somebody else holds them. */
export async function hold(tx: Tx, council: string, holding: Holding): Promise<Hold | undefined> {
  const { member, user, now, isOnThePhone = false } = holding
  const until = new Date(now + holdMs)
  const made = await sql`insert into holds (council, person, member, user_id, until)
    select m.council, p.root, m.id, ${user}, ${until} from members m
    join people p on p.council = m.council and p.id = m.subject
    where m.council = ${council} and m.id = ${member}
    on conflict (council, person) do update
      set member = excluded.member, user_id = excluded.user_id, until = excluded.until
      where holds.until <= ${new Date(now)} or holds.user_id = ${user} or ${isOnThePhone}
    returning member`.execute(tx)
  return made.rows.length > 0 ? { member, heldUntil: until } : undefined
}

/** Lets go of somebody, or of all that a caller holds: nothing was tried. */
export async function letGo(
  tx: Tx,
  council: string,
  { user, member }: { readonly user: Id; readonly member?: Id },
): Promise<void> {
  const which = member === undefined ? sql`true` : sql`member = ${member}`
  await sql`delete from holds
    where council = ${council} and user_id = ${user} and ${which}`.execute(tx)
}

/** After a backup was restored: nobody is on the phone that was. */
export async function letGoOfAll(tx: Tx, council: string): Promise<void> {
  await tx.deleteFrom('holds').where('council', '=', council).execute()
}

export type CallsDone = {
  readonly done: number
  /** How far the log is. */
  readonly seq: number
  /** What this caller may ring now, in one order: who has the same has the same left. */
  readonly rounds: readonly Id[]
}

/** What this caller has done today, how far the log is, and in which rounds they ring. */
export async function callsDone(tx: Tx, scope: Scope, { now, user }: Taking): Promise<CallsDone> {
  const at = new Date(now)
  const found = await sql<CallsDone>`select
    (select count(*) from attempts a where a.council = ${scope.council} and a.by_user = ${user}
      and a.is_attempt and a.recorded_at >= date_trunc('day', ${at}::timestamptz, 'Europe/London')
    ) as done,
    (select seq from council_logs where council = ${scope.council}) as seq,
    array(${currentRounds(scope, { at, user })} order by 1) as rounds`.execute(tx)
  return found.rows[0] ?? { done: 0, seq: 0, rounds: [] }
}

/** How many there are for this caller to ring by now, held by somebody or not. */
export async function callsLeft(tx: Tx, scope: Scope, { now, user }: Taking): Promise<number> {
  const at = new Date(now)
  const found = await sql<{ left: number }>`
    select count(*) as left from (${currentRounds(scope, { at, user })}) r
    join members m on m.council = ${scope.council} and m.round = r.id
    where m.kind = 'person' and ${isDue(at)} and ${inScope(scope, 'm.place')}
      and ${mayBeRung} and ${phonesWork(at)}`.execute(tx)
  return found.rows[0]?.left ?? 0
}
