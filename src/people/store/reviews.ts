// Which doubts wait for a person to judge, and what was judged last?
import { sql } from 'kysely'
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { inOrder, isSeen, isUrgent, isWaiting } from './review-queue.ts'

const waitingMax = 500

export type Review = {
  readonly id: Id
  readonly reason: string
  readonly state: 'open' | 'same' | 'different'
  readonly persons: readonly Id[]
  /** Who the records stand for now, the longest known first. */
  readonly roots: readonly Id[]
  readonly names: readonly string[]
  readonly openedAt: Date
  readonly isPutOff: boolean
  /** One of them has a stop that the other may lack. */
  readonly isUrgent: boolean
  /** Why somebody asked, in their own words. */
  readonly note: string | null
  readonly decidedAt: Date | null
}

const reviewRow = sql<Review>`select r.id, r.reason, r.state, r.persons, r.opened_at as "openedAt",
    r.put_off_seq > 0 as "isPutOff", r.decided_at as "decidedAt", ${isUrgent} as "isUrgent",
    (select w.words->>'note' from register w
      where w.council = r.council and w.seq = r.opened_seq) as note,
    array(select q.id from people q where q.council = r.council and q.id in (
      select p.root from people p where p.council = r.council and p.id = any (r.persons))
      order by q.number) as roots,
    array(select p.name from unnest(r.persons) with ordinality as n (id, nth)
      join people p on p.council = r.council and p.id = n.id order by n.nth) as names
  from reviews r`

export async function waitingReviews(tx: Tx, scope: Scope): Promise<readonly Review[]> {
  const found = await sql<Review>`${reviewRow}
    where ${isWaiting(scope)} order by ${inOrder} limit ${waitingMax}`.execute(tx)
  return found.rows
}

export async function findReview(tx: Tx, scope: Scope, id: Id): Promise<Review | undefined> {
  const found = await sql<Review>`${reviewRow}
    where ${isSeen(scope)} and r.id = ${id} and r.row_id is null`.execute(tx)
  return found.rows[0]
}

/** Doubts about somebody that nobody has judged yet, whichever of their records they name. */
export async function openReviewsOf(
  tx: Tx,
  scope: Scope,
  records: readonly Id[],
): Promise<readonly Review[]> {
  const found = await sql<Review>`${reviewRow}
    where ${isSeen(scope)} and r.state = 'open' and r.row_id is null
      and r.persons && ${[...records]}::uuid[]
    order by r.opened_seq limit ${waitingMax}`.execute(tx)
  return found.rows
}
