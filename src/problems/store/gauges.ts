// Is a problem late, and is the record of joining whole? For whoever runs Doorstep.
import { sql } from 'kysely'
import type { Check, Gauge } from '../../events/index.ts'

export const lateProblems: Gauge = {
  name: 'problems_late',
  help: 'Problems that nobody took or answered in time.',
  async of(tx, council, now) {
    const found = await sql<{ late: number }>`select count(*) as late from problems
      where council = ${council} and root = id and answered_at is null
        and due_at <= ${now}`.execute(tx)
    return Number(found.rows[0]?.late ?? 0)
  },
}

/** Whatever is joined leads to one that stands by itself. */
export const problemsLeadToOne: Check = {
  name: 'every joined problem stands under one that is not joined itself',
  async run(tx, council) {
    const found = await sql<{ counted: number; lost: number }>`select count(*) as counted,
        count(*) filter (where r.id is null or r.joined_into is not null
          or (e.id = e.root) <> (e.joined_into is null)) as lost
      from problems e left join problems r on r.council = e.council and r.id = e.root
      where e.council = ${council}`.execute(tx)
    const { counted = 0, lost = 0 } = found.rows[0] ?? {}
    return { counted: Number(counted), wrong: lost > 0 ? [`${lost} problems stand nowhere`] : [] }
  },
}
