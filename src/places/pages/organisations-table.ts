// The shops, care homes, schools and halls of a village, as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { isId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { organisationsWithin } from '../store/organisations.ts'
import { findPlace } from '../store/queries.ts'
import { organisationStrings } from './strings.ts'

export async function organisationsTable(asked: ListAsked): Promise<ListTable | undefined> {
  const { tx, scope, now, lang, params } = asked
  const village = isId(params.village) ? await findPlace(tx, scope, params.village) : undefined
  if (village?.kind !== 'village') return undefined
  const t = organisationStrings(lang)
  const found = await organisationsWithin(tx, scope, village.id)
  return wholeTable({
    name: 'organisations',
    title: t.title,
    filter: t.headline(found.length, format(lang).number(found.length), village.name),
    asAt: now,
    columns: [
      [t.name, 'text'],
      [t.kind, 'text'],
      [t.street, 'text'],
      [t.phone, 'text'],
    ],
    rows: found.map(({ name, kind, street, phone }) => ({
      cells: [name, t.kinds[kind], street, phone],
      people: [],
    })),
  })
}
