// The jobs of the page, as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { volunteerNames } from '../store/candidates.ts'
import { jobsOf } from '../store/queries.ts'
import { askedOf } from './jobs.tsx'
import { jobLabel, stateShown, whoHas, whomFor } from './labels.ts'
import { jobStrings } from './strings.ts'

export async function jobsTable({ tx, scope, now, lang, query }: ListAsked): Promise<ListTable> {
  const t = jobStrings(lang)
  const asked = askedOf(query, now)
  const { rows } = await jobsOf(tx, scope, asked)
  const names = await volunteerNames(tx, scope.council, rows)
  return wholeTable({
    name: 'jobs',
    title: t.title,
    filter: t.shows[asked.show],
    asAt: now,
    columns: [
      [t.job, 'text'],
      [t.forWhom, 'text'],
      [t.village, 'text'],
      [t.howSoon, 'text'],
      [t.neededBy, 'moment'],
      [t.who, 'text'],
      [t.state, 'text'],
    ],
    rows: rows.map(job => ({
      cells: [
        jobLabel(job.kind),
        whomFor(t, job),
        job.village ?? '',
        t.urgency[job.urgency],
        job.dueAt,
        whoHas(t, job, names),
        stateShown(t, job, now),
      ],
      people: job.person ? [job.person] : [],
    })),
  })
}
