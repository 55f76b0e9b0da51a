// The promised calls, as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { findPlace } from '../../places/index.ts'
import { callBacks } from '../store/call-backs.ts'
import { callBacksStrings } from './call-backs-strings.ts'

export async function callBacksTable(asked: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, query } = asked
  const within = query.place ?? null
  if (within !== null && !isId(within)) return undefined
  const place = within === null ? null : await findPlace(tx, scope, within)
  if (place === undefined) return undefined
  const t = callBacksStrings(lang)
  const rows = await callBacks(tx, scope, { within, now, user: scope.actor, known: scope })
  const sentence = t.headline(rows.length, format(lang).number(rows.length))
  return wholeTable({
    name: 'call-backs',
    title: t.title,
    filter: place ? t.inPlace(sentence, place.name) : sentence,
    asAt: now,
    columns: [
      [t.when, 'moment'],
      [t.who, 'text'],
      [t.where, 'text'],
      [t.by, 'text'],
      [t.campaign, 'text'],
    ],
    rows: rows.map(({ at, name, street, village, promisedBy, campaign, person }) => ({
      cells: [at, name, [street, village].filter(Boolean).join(', '), promisedBy, campaign],
      people: [person],
    })),
  })
}
