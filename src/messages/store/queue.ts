// What waits to go out? Put in by any transaction, taken one at a time, and marked when done.
import { sql } from 'kysely'
import { dayMs, minuteMs, secondMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { OutMessage } from '../sender.ts'

export type Queued = OutMessage & {
  readonly kind: 'code' | 'notice' | 'test'
  /** The person who uses Doorstep and gets it, if it is one. */
  readonly user: Id | null
  /** Not sent after this moment; null for whenever it can be. */
  readonly expiresAt: number | null
  /** Given, it is queued once. */
  readonly id?: Id
}

export const triesMax = 5
const pausesMs = [10 * secondMs, minuteMs, 5 * minuteMs, 15 * minuteMs]
const keptMsMax = 30 * dayMs

export async function queueMessage(
  tx: Tx,
  { council, now }: { council: string; now: number },
  message: Queued,
): Promise<Id> {
  const { to, user, expiresAt, id = newId(), ...rest } = message
  const at = new Date(now)
  await tx
    .insertInto('messages')
    .values({
      ...rest,
      council,
      id,
      user_id: user,
      to_address: to,
      state: 'waiting',
      queued_at: at,
      next_try_at: at,
      expires_at: expiresAt === null ? null : new Date(expiresAt),
    })
    .onConflict(on => on.columns(['council', 'id']).doNothing())
    .execute()
  return id
}

/** Which of these were queued before, whatever became of them. */
export async function queuedAmong(
  tx: Tx,
  council: string,
  ids: readonly Id[],
): Promise<ReadonlySet<Id>> {
  const found = await sql<{ id: Id }>`select id from messages
    where council = ${council} and id = any (${[...ids]}::uuid[])`.execute(tx)
  return new Set(found.rows.map(row => row.id))
}

/** Old ones go, whatever became of them. */
export async function dropOld(tx: Tx, council: string, now: number): Promise<void> {
  await tx
    .deleteFrom('messages')
    .where('council', '=', council)
    .where('queued_at', '<', new Date(now - keptMsMax))
    .execute()
}

export type Taken = OutMessage & { readonly id: Id; readonly tries: number }
type TakenRow = { id: Id; tries: number; to: string; subject: string; body: string; language: 'en' }

/** Two processes never take the same one: the next try is put off before this one begins. */
export async function takeNext(tx: Tx, council: string, now: number): Promise<Taken | undefined> {
  const at = new Date(now)
  await sql`update messages set state = 'failed', problem = 'too late', done_at = ${at},
      subject = null, body = null
    where council = ${council} and state = 'waiting' and expires_at <= ${at}`.execute(tx)
  const found = await sql<TakenRow>`
    update messages set tries = tries + 1, next_try_at = ${new Date(now + minuteMs)}
    where council = ${council} and id = (select id from messages
      where council = ${council} and state = 'waiting' and next_try_at <= ${at}
      order by next_try_at limit 1 for update skip locked)
    returning id, tries, to_address as to, subject, body, language`.execute(tx)
  return found.rows[0]
}

type Outcome = { readonly id: Id; readonly now: number }

/** Once it is out, neither address nor words have a use here. */
export async function markSent(tx: Tx, council: string, { id, now }: Outcome): Promise<void> {
  await sql`update messages set state = 'sent', done_at = ${new Date(now)}, problem = null,
      to_address = null, subject = null, body = null
    where council = ${council} and id = ${id}`.execute(tx)
}

/** A practice council without a mail server shows its administrator what would have gone out. */
export async function markKept(tx: Tx, council: string, { id, now }: Outcome): Promise<void> {
  await sql`update messages set state = 'kept', done_at = ${new Date(now)}
    where council = ${council} and id = ${id}`.execute(tx)
}

type Failure = Outcome & {
  readonly code: string
  readonly isFinal: boolean
  readonly tries: number
}

/** Gives the pause until the next try, or nothing when there will be none. */
export async function markFailed(
  tx: Tx,
  council: string,
  { id, now, code, isFinal, tries }: Failure,
): Promise<number | undefined> {
  const pauseMs = isFinal || tries >= triesMax ? undefined : pausesMs[tries - 1]
  if (pauseMs === undefined) {
    await sql`update messages set state = 'failed', problem = ${code}, done_at = ${new Date(now)},
        subject = null, body = null
      where council = ${council} and id = ${id}`.execute(tx)
  } else {
    await sql`update messages set problem = ${code}, next_try_at = ${new Date(now + pauseMs)}
      where council = ${council} and id = ${id}`.execute(tx)
  }
  return pauseMs
}

/** After a restore nobody knows which of those that wait went out since the backup was made. */
export async function stopWaiting(tx: Tx, council: string, now: Date): Promise<void> {
  await sql`update messages set state = 'failed', problem = 'restored', done_at = ${now},
      subject = null, body = null
    where council = ${council} and state = 'waiting'`.execute(tx)
}
