// A machine found pairs that may be one person: which of them are worth asking a person about?
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { reviewOpened } from '../domain/events.ts'
import { type Agreements, agreementsOf, compareFacts, saysMore } from '../domain/evidence.ts'
import type { ReviewReason } from '../domain/terms.ts'
import { knownOf } from './pair-facts.ts'

export type DoubtfulPair = {
  readonly one: Id
  readonly other: Id
  readonly reason: ReviewReason
  readonly probability: number
}

type Row = {
  readonly nth: number
  readonly one: Id
  readonly other: Id
  readonly place: Id | null
  readonly apart: Agreements | null
}

/** In one statement for all; a thousand pairs a call are plenty. */
export const pairsMax = 1_000

/**
 * Not of two who are one by now, not while they are asked about, and not where somebody said that
 * they are two, unless a fact says more since.
 */
export async function doubtDrafts(
  tx: Tx,
  council: string,
  pairs: readonly DoubtfulPair[],
): Promise<Draft[]> {
  const asked = pairs.slice(0, pairsMax).map((pair, nth) => ({ nth, ...pair }))
  const found = await sql<Row>`
    select a.nth, r.id as one, s.id as other, r.place, k.agreements as apart
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
      as a (nth integer, one uuid, other uuid)
    join people p on p.council = ${council} and p.id = a.one
    join people q on q.council = ${council} and q.id = a.other
    join people r on r.council = ${council} and r.id = p.root and r.erased_at is null
    join people s on s.council = ${council} and s.id = q.root and s.erased_at is null
    left join lateral (
      select k.agreements from people x
      join kept_apart k on k.council = x.council and (k.one = x.id or k.other = x.id)
      join people y on y.council = x.council
        and y.id = case when k.one = x.id then k.other else k.one end
      where x.council = ${council} and x.root = r.id and y.root = s.id
      order by k.seq desc limit 1) k on true
    where r.id <> s.id and not exists (select from reviews v
      where v.council = ${council} and v.state = 'open' and v.persons @> array[r.id, s.id])
    order by a.nth`.execute(tx)
  const known = await knownOf(tx, council, [
    ...new Set(found.rows.flatMap(({ one, other }) => [one, other])),
  ])
  return found.rows.flatMap(({ nth, one, other, place, apart }) => {
    const [facts, others] = [known.get(one)?.facts, known.get(other)?.facts]
    if (!facts || !others) return []
    if (apart && !saysMore(apart, agreementsOf(compareFacts(facts, others)))) return []
    const { reason, probability } = asked[nth] as DoubtfulPair
    const body = { review: newId(), reason, persons: [one, other], probability }
    return [reviewOpened({ subjects: [one, other], place, body })]
  })
}
