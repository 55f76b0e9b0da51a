// The versions of an area as a table that may be taken: what was drawn when, and who is inside now.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { pointsIn } from '../domain/draw-area.ts'
import { versionsOf } from '../store/areas.ts'
import { insideCounts } from '../store/inside-counts.ts'
import { whoIsInside } from '../store/who-is-inside.ts'
import { areaStrings } from './strings.ts'

export async function versionsTable(ask: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, params } = ask
  const t = areaStrings(lang)
  const { area = '' } = params
  const found = isId(area) && scope.everywhere ? await versionsOf(tx, scope.council, area) : []
  const [newest] = found
  if (!newest) return undefined
  const rows = []
  for (const one of found) {
    const counts = await insideCounts(tx, scope.council, await whoIsInside(tx, scope.council, one))
    const drawn = [one.number, one.drawnAt, one.drawnBy, t.sources[one.source], one.note]
    const extent = [pointsIn(one), one.postcodes.length]
    rows.push({ cells: [...drawn, ...extent, counts.homes, counts.people], people: [] })
  }
  const shown = format(lang).number(found.length)
  return wholeTable({
    name: 'area-versions',
    title: newest.name,
    filter: t.versionsAll(found.length, shown),
    asAt: now,
    columns: [
      [t.version, 'number'],
      [t.drawn, 'moment'],
      [t.by, 'text'],
      [t.source, 'text'],
      [t.from, 'text'],
      [t.cornersColumn, 'number'],
      [t.postcodesColumn, 'number'],
      [t.homes, 'number'],
      [t.people, 'number'],
    ],
    rows,
  })
}
