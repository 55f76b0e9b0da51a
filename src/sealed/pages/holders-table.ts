// Who holds which list, as a table that may be taken: it is of use when nothing else works.
import { type ListAsked, type ListTable, onePage } from '../../files-out/index.ts'
import { format } from '../../pages/format.ts'
import { listHolders } from '../store/queries.ts'
import { sealedStrings } from './strings.ts'

export async function holdersTable({ tx, scope, now, lang }: ListAsked): Promise<ListTable> {
  const t = sealedStrings(lang)
  const holders = await listHolders(tx, scope)
  const rows = holders.map(one => ({
    cells: [one.name, one.contact, one.holds, t.rules[one.trigger], one.pull, one.toldAt],
    people: [],
  }))
  const shown = format(lang).number(holders.length)
  return {
    name: 'who-holds-which-list',
    title: t.holders,
    filter: holders.length === 0 ? t.holdersNone : t.holdersHeadline(holders.length, shown),
    asAt: now,
    columns: [
      { name: t.holder, kind: 'text' },
      { name: t.contact, kind: 'text' },
      { name: t.holds, kind: 'text' },
      { name: t.trigger, kind: 'text' },
      { name: t.pull, kind: 'text' },
      { name: t.told, kind: 'moment' },
    ],
    people: 0,
    rows: () => onePage(rows),
  }
}
