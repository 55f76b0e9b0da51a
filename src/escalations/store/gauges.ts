// Is the top named, and is a question late? For whoever runs Doorstep.
import { sql } from 'kysely'
import type { Check, Gauge } from '../../events/index.ts'
import { findDirector } from './answerers.ts'

export const lateQuestions: Gauge = {
  name: 'escalations_late',
  help: 'Questions that are late at their level.',
  async of(tx, council, now) {
    const found = await sql<{ late: number }>`select count(*) as late from escalations
      where council = ${council} and answered_at is null and ${now} >= since
        + case urgency when 'within-the-hour' then interval '1 hour'
          when 'today' then interval '4 hours' else interval '24 hours' end
        * case when taken_by is null then 0.5 else 1 end`.execute(tx)
    return Number(found.rows[0]?.late ?? 0)
  },
}

export const nobodyAtTheTop: Gauge = {
  name: 'escalations_nobody_is_director',
  help: '1 while neither a director nor a deputy is named who can answer.',
  async of(tx, council, now) {
    const top = await findDirector(tx, council, now.getTime())
    return top?.directorName || top?.deputyName ? 0 : 1
  },
}

/** Whatever is answered says who decided what. */
export const answersAreWhole: Check = {
  name: 'every answered question has a decision and who made it',
  async run(tx, council) {
    const found = await sql<{ counted: number; bare: number }>`select count(*) as counted,
        count(*) filter (where decision is null or answered_by is null) as bare
      from escalations where council = ${council} and answered_at is not null`.execute(tx)
    const { counted = 0, bare = 0 } = found.rows[0] ?? {}
    return { counted, wrong: bare > 0 ? [`${bare} questions were answered by nobody`] : [] }
  },
}
