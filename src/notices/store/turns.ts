// Whose turn is it to be told? One process at a time holds a subscription, by a lease that ends.
import { sql } from 'kysely'
import { minuteMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'

/** Longer than any one delivery; each renews it. A process that dies is waited for so long. */
export const leaseMsMax = minuteMs

export type Turn = {
  readonly subscription: Id
  readonly lease: Id
  readonly user: Id
  readonly address: string | null
  readonly kinds: readonly string[]
  readonly after: number
  readonly tries: number
  readonly failingSince: Date | null
  readonly startTurn: number
}

/** Every subscription has its cursor, from the first look on. */
export async function openCursors(tx: Tx, council: string, now: number): Promise<void> {
  await sql`insert into notice_cursors
      (council, subscription, after_seq, start_turn, state_turn, next_try_at)
    select s.council, s.id, s.start_after, s.start_turn, s.state_turn, ${new Date(now)}
    from notice_subscriptions s
    where s.council = ${council} and s.state = 'on' and not exists (select from notice_cursors c
      where c.council = s.council and c.subscription = s.id)
    on conflict do nothing`.execute(tx)
}

/**
 * Takes one that is on, due, and behind the record. What was decided since (go on, start again
 * from a number) is taken over here, so that decisions stand in the record alone.
 */
export async function takeTurn(
  tx: Tx,
  council: string,
  { now, not }: { readonly now: number; readonly not: readonly Id[] },
): Promise<Turn | undefined> {
  const at = new Date(now)
  const found = await sql<Turn>`
    update notice_cursors c set lease = ${newId()}, leased_until = ${new Date(now + leaseMsMax)},
      held = false, state_turn = s.state_turn, start_turn = s.start_turn,
      after_seq = case when c.start_turn = s.start_turn then c.after_seq else s.start_after end,
      tries = case when c.state_turn = s.state_turn then c.tries else 0 end,
      failing_since = case when c.state_turn = s.state_turn then c.failing_since end
    from notice_subscriptions s
    where c.council = ${council} and s.council = c.council and s.id = c.subscription
      and c.subscription = (select d.subscription from notice_cursors d
        join notice_subscriptions t on t.council = d.council and t.id = d.subscription
        join council_logs l on l.council = d.council
        where d.council = ${council} and t.state = 'on'
          and (d.state_turn <> t.state_turn or (d.next_try_at <= ${at} and not d.held))
          and (d.after_seq < l.seq or d.start_turn <> t.start_turn)
          and (d.leased_until is null or d.leased_until <= ${at})
          and d.subscription <> all(${not}::uuid[])
        order by d.next_try_at limit 1 for update of d skip locked)
    returning c.subscription, c.lease, s.user_id as user, s.address, s.kinds,
      c.after_seq as after, c.tries, c.failing_since as "failingSince",
      c.start_turn as "startTurn"`.execute(tx)
  return found.rows[0]
}

type Moved = {
  readonly turn: Turn
  readonly now: number
  /** The number that it has now. */
  readonly after: number
}

/** False when this process no longer holds it, or nobody wants it to go on. */
export async function moveOn(tx: Tx, council: string, moved: Moved): Promise<boolean> {
  const { turn, now, after } = moved
  const found = await sql<{ state: string; start: number }>`
    update notice_cursors c set after_seq = ${after}, tries = 0, failing_since = null,
      problem = null, leased_until = ${new Date(now + leaseMsMax)}
    from notice_subscriptions s
    where c.council = ${council} and c.subscription = ${turn.subscription}
      and c.lease = ${turn.lease} and s.council = c.council and s.id = c.subscription
    returning s.state, s.start_turn as start`.execute(tx)
  const row = found.rows[0]
  return row?.state === 'on' && row.start === turn.startTurn
}

type Failed = {
  readonly turn: Turn
  readonly now: number
  readonly problem: string
  readonly pauseMs: number
}

export async function fallBack(tx: Tx, council: string, failed: Failed): Promise<void> {
  const { turn, now, problem, pauseMs } = failed
  await sql`update notice_cursors set tries = tries + 1, problem = ${problem},
      failing_since = coalesce(failing_since, ${new Date(now)}),
      next_try_at = ${new Date(now + pauseMs)}
    where council = ${council} and subscription = ${turn.subscription}
      and lease = ${turn.lease}`.execute(tx)
}

export async function endTurn(tx: Tx, council: string, turn: Turn): Promise<void> {
  await sql`update notice_cursors set lease = null, leased_until = null
    where council = ${council} and subscription = ${turn.subscription}
      and lease = ${turn.lease}`.execute(tx)
}

/** A restored copy speaks to nobody outside until an administrator lets each one go on. */
export async function holdAll(tx: Tx, council: string, now: Date): Promise<void> {
  await openCursors(tx, council, now.getTime())
  await sql`update notice_cursors c set held = true, lease = null, leased_until = null,
      state_turn = s.state_turn
    from notice_subscriptions s
    where c.council = ${council} and s.council = c.council and s.id = c.subscription`.execute(tx)
}
