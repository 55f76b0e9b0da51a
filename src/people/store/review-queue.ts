// Which pair is judged next, and by whom? A pair is held for one reviewer and frees by itself.
//
// Holds say who works on what now, not what happened: like those of calls they are not in the
// record. Whom a stop keeps from being rung, or should, comes first; then the likeliest.
import { type RawBuilder, sql } from 'kysely'
import { inScope, type Scope } from '../../access/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { hardStops } from '../domain/may-contact.ts'

export const reviewHoldMs = 10 * minuteMs

/** Both people must lie in the reader's scope: a doubt about a stranger shows the stranger. */
export function isSeen(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`r.council = ${scope.council} and not exists (select from people p
    where p.council = r.council and p.id = any (r.persons)
      and (${inScope(scope, 'p.place')}) is not true)`
}

/** Open, of two records of the register, and still of two people. */
export function isWaiting(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`${isSeen(scope)} and r.state = 'open' and r.row_id is null
    and (select count(distinct p.root) from people p
      where p.council = r.council and p.id = any (r.persons)) > 1`
}

/** Where a doubt came without a figure, its reason says how likely it is. */
const likely: Readonly<Record<string, number>> = {
  'same-nhs-number': 0.95,
  'same-name-and-home': 0.9,
  'same-name-and-birth': 0.8,
  'same-name-and-number': 0.7,
  'moved-and-born': 0.6,
  'born-differs': 0.3,
  twins: 0.1,
}

const byReason = sql`coalesce(
  (${JSON.stringify(likely)}::jsonb ->> r.reason)::double precision, 0.5)`

/** Somebody may be rung who has died or asked not to be: their pair cannot wait. */
export const isUrgent: RawBuilder<boolean> = sql<boolean>`exists (select from people p
  where p.council = r.council and p.id = any (r.persons)
    and p.flags && ${[...hardStops]}::text[])`

/** Those put off stand behind the others. */
export const inOrder = sql`r.put_off_seq, ${isUrgent} desc,
  coalesce(r.probability, ${byReason}) desc, r.opened_seq`

export type Taking = { readonly now: number; readonly user: Id }

/** The one this reviewer holds already, else the first that nobody holds. `done` is let go of. */
export async function takeNextReview(
  tx: Tx,
  scope: Scope,
  { now, user, done }: Taking & { readonly done?: Id },
): Promise<Id | undefined> {
  const at = new Date(now)
  await sql`delete from review_holds where council = ${scope.council}
    and (until <= ${at} or (review = ${done ?? null} and user_id = ${user}))`.execute(tx)
  const found = await sql<{ id: Id }>`select r.id from reviews r
    where ${isWaiting(scope)} and r.id is distinct from ${done ?? null}
      and not exists (select from review_holds h
        where h.council = r.council and h.review = r.id and h.user_id <> ${user})
    order by (exists (select from review_holds h where h.council = r.council
      and h.review = r.id)) desc, ${inOrder}
    limit 1 for update of r skip locked`.execute(tx)
  const id = found.rows[0]?.id
  if (id) await holdReview(tx, scope.council, { review: id, now, user })
  return id
}

/** Until when somebody else has it; undefined when it is this reviewer's from now on. */
export async function holdReview(
  tx: Tx,
  council: string,
  { review, now, user }: Taking & { readonly review: Id },
): Promise<Date | undefined> {
  const [at, until] = [new Date(now), new Date(now + reviewHoldMs)]
  const made = await sql`insert into review_holds (council, review, user_id, until)
    values (${council}, ${review}, ${user}, ${until})
    on conflict (council, review) do update set user_id = excluded.user_id, until = excluded.until
      where review_holds.until <= ${at} or review_holds.user_id = ${user}
    returning review`.execute(tx)
  if (made.rows.length > 0) return undefined
  const held = await sql<{ until: Date }>`select until from review_holds
    where council = ${council} and review = ${review}`.execute(tx)
  return held.rows[0]?.until ?? until
}

export type Batch = {
  /** What this reviewer answered today, in order. */
  readonly answers: readonly ('same' | 'different')[]
  /** How many wait by now, this one among them. */
  readonly waiting: number
}

const batchMax = 200

export async function batchOf(tx: Tx, scope: Scope, { now, user }: Taking): Promise<Batch> {
  const found = await sql<{ state: 'same' | 'different' }>`select r.state from reviews r
    where ${isSeen(scope)} and r.decided_by = ${user} and r.state in ('same', 'different')
      and r.decided_at >= date_trunc('day', ${new Date(now)}::timestamptz, 'Europe/London')
    order by r.decided_at, r.id limit ${batchMax}`.execute(tx)
  return { answers: found.rows.map(row => row.state), waiting: await countWaiting(tx, scope) }
}

export async function countWaiting(tx: Tx, scope: Scope): Promise<number> {
  const found = await sql<{ waiting: number }>`select count(*)::int as waiting from reviews r
    where ${isWaiting(scope)}`.execute(tx)
  return found.rows[0]?.waiting ?? 0
}
