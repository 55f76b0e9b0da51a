// The steps that nobody has, as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { actionGaps } from '../store/queries.ts'
import { needsStrings } from './strings.ts'

export async function gapsTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = needsStrings(lang)
  const gaps = await actionGaps(tx, scope, { now: new Date(now), known: scope })
  return wholeTable({
    name: 'steps-nobody-has',
    title: t.gapsTitle,
    filter: gaps.length === 0 ? t.gapsNone : t.gapsLead(gaps.length),
    asAt: now,
    columns: [
      [t.what, 'text'],
      [t.person, 'text'],
      [t.due, 'moment'],
      [t.how, 'text'],
    ],
    rows: gaps.map(gap => ({
      cells: [gap.what, gap.personName, gap.dueAt, gap.isDue ? t.isDue : t.result.open],
      people: [gap.person],
    })),
  })
}
