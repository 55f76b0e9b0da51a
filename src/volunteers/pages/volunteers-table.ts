// The volunteers of the page, as a table that may be taken.
import { type ListAsked, type ListTable, wholeTable } from '../../files-out/index.ts'
import { volunteersOf } from '../store/listed.ts'
import { volunteerStrings } from './strings.ts'
import { askedOf } from './volunteers.tsx'
import { stateOf, travelsBy } from './volunteers-parts.tsx'

export async function volunteersTable({
  tx,
  scope,
  now,
  lang,
  query,
}: ListAsked): Promise<ListTable> {
  const t = volunteerStrings(lang)
  const asked = askedOf(query, now)
  const { rows } = await volunteersOf(tx, scope, asked)
  return wholeTable({
    name: 'volunteers',
    title: t.title,
    filter: t.shows[asked.show],
    asAt: now,
    columns: [
      [t.name, 'text'],
      [t.phone, 'text'],
      [t.village, 'text'],
      [t.vetting, 'text'],
      [t.travels, 'text'],
      [t.languages, 'text'],
      [t.state, 'text'],
    ],
    rows: rows.map(one => ({
      cells: [
        one.name,
        one.phone,
        one.village,
        t.vettings[one.vetting],
        travelsBy(lang, one),
        one.languages.join(', '),
        stateOf(lang, one, now),
      ],
      people: [],
    })),
  })
}
