// Does somebody answer for every open concern, and is none ended without evidence?
import { sql } from 'kysely'
import type { Check } from '../../events/index.ts'
import { findDesk, possibleHandlers } from './desk.ts'

export const concernsHaveOwners: Check = {
  name: 'every open concern has an owner',
  async run(tx, council, now) {
    const found = await sql<{ counted: number }>`select count(*) as counted from concerns
      where council = ${council} and ended_at is null`.execute(tx)
    const counted = Number(found.rows[0]?.counted ?? 0)
    const desk = await findDesk(tx, council, now)
    const handlers = await possibleHandlers(tx, council, now)
    const isAnswered = desk?.owner || desk?.deputy || handlers.length > 0
    const wrong = counted > 0 && !isAnswered ? [`${counted} open concerns have nobody`] : []
    return { counted, wrong }
  },
}

/** Counted by letters: the words of the evidence can be erased. */
export const noneEndedWithoutEvidence: Check = {
  name: 'no concern ended without evidence',
  async run(tx, council) {
    const found = await sql<{ counted: number; bare: number }>`
      select count(*) as counted, count(*) filter (where ending is null or ended_by is null
        or coalesce(evidence_letters, 0) < 1) as bare
      from concerns where council = ${council} and ended_at is not null`.execute(tx)
    const { counted, bare } = found.rows[0] ?? { counted: 0, bare: 0 }
    return { counted, wrong: bare > 0 ? [`${bare} concerns ended without evidence`] : [] }
  },
}
