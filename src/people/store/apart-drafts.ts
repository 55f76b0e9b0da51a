// Somebody is new and none of those they might have been: remembered, so that nobody asks again.
import { sql } from 'kysely'
import type { Draft } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import { agreementsOf, compareFacts } from '../domain/evidence.ts'
import { apartDraft } from '../domain/keep-apart.ts'
import type { ApartReason } from '../domain/terms.ts'
import { knownOf } from './pair-facts.ts'

export type Apartness = {
  readonly person: Id
  readonly others: readonly Id[]
  readonly because: ApartReason
}

/** After the person's own events were appended, so that their facts are there. */
export async function apartDrafts(
  tx: Tx,
  council: string,
  { person, others, because }: Apartness,
): Promise<Draft[]> {
  const found = await sql<{ id: Id; place: Id | null }>`
    select distinct r.id, r.place from people p
    join people r on r.council = p.council and r.id = p.root and r.erased_at is null
    where p.council = ${council} and p.id = any (${[person, ...others]}::uuid[])
    order by r.id`.execute(tx)
  const known = await knownOf(
    tx,
    council,
    found.rows.map(row => row.id),
  )
  const own = known.get(person)
  return found.rows.flatMap(({ id, place }) => {
    const other = known.get(id)
    if (!own || !other || id === person) return []
    const agreements = agreementsOf(compareFacts(own.facts, other.facts))
    return [apartDraft({ persons: [person, id], place, agreements, because, note: '' })]
  })
}
