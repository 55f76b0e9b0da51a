// The problems as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { format } from '../../pages/format.ts'
import { problemsOf } from '../store/queries.ts'
import { isLate, placeAsked } from './problems.tsx'
import { problemStrings } from './strings.ts'

export async function problemsTable({
  tx,
  scope,
  now,
  lang,
  query,
}: ListAsked): Promise<ListTable> {
  const t = problemStrings(lang)
  const found = await problemsOf(tx, scope, placeAsked(query.place))
  const open = found.filter(one => one.answeredAt === null)
  const late = (one: (typeof found)[number]) => (isLate(one, now) ? t.isLate : t.isOpen)
  return wholeTable({
    name: 'problems',
    title: t.title,
    filter: open.length === 0 ? t.none : t.headline(open.length, format(lang).number(open.length)),
    asAt: now,
    columns: [
      [t.problem, 'text'],
      [t.kind, 'text'],
      [t.told, 'number'],
      [t.places, 'text'],
      [t.owner, 'text'],
      [t.due, 'moment'],
      [t.state, 'text'],
      [t.answerOf, 'text'],
    ],
    rows: found.map(one => ({
      cells: [
        one.words ?? t.noWords,
        t.kinds[one.kind],
        one.told,
        one.villages.join(', '),
        one.ownerName ?? t.nobody,
        one.dueAt,
        one.endedAt ? t.isEnded : one.answeredAt ? t.isAnswered : late(one),
        one.answer ?? '',
      ],
      people: [],
    })),
  })
}
