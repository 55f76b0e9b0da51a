// The rows of lists that wait for a person, as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { format } from '../../pages/format.ts'
import { type Reason, reasonCodes } from '../domain/reasons.ts'
import { heldEntries } from '../store/held.ts'
import { heldName } from './held.tsx'
import { subjectsOf } from './held-subjects.ts'
import { listStrings } from './strings.ts'

const rowsMost = 250_000

export async function heldListTable(asked: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, query } = asked
  const reason = reasonCodes.find(code => code === query.reason) as Reason | undefined
  if (query.reason !== undefined && !reason) return undefined
  const t = listStrings(lang)
  const only = reason ? { reason } : {}
  const held = await heldEntries(tx, scope, { ...only, page: 1, perPage: rowsMost })
  return wholeTable({
    name: 'rows-that-wait',
    title: t.held,
    filter: t.heldHeadline(held.length, format(lang).number(held.length)),
    asAt: now,
    columns: [
      [t.who, 'text'],
      [t.whyColumn, 'text'],
      [t.decider, 'text'],
      [t.by, 'moment'],
    ],
    rows: held.map(entry => ({
      cells: [
        heldName(entry),
        entry.reasons.map(code => t.reason[code]).join('; '),
        entry.decider,
        entry.decideBy,
      ],
      people: subjectsOf(entry),
    })),
  })
}
