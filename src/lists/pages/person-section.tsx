// What do lists add to a person's page? Which list names them, what it is for, and since when.
import { format } from '../../pages/format.ts'
import type { PersonAsk, PersonPart } from '../../people/index.ts'
import { listTypeOf } from '../domain/list-types.ts'
import { listsOf } from '../store/lists-of.ts'
import { listName } from './parts.tsx'
import { personListStrings } from './person-strings.ts'
import { listStrings } from './strings.ts'

export async function listsSection(ask: PersonAsk): Promise<PersonPart> {
  const lists = await listsOf(ask.tx, ask.scopeFor('people.read'), ask.records)
  if (lists.length === 0) return {}
  const t = personListStrings(ask.lang)
  const words = format(ask.lang)
  const purposes: Readonly<Record<string, string>> = t.purpose
  const { mark: markWords, purpose: held } = listStrings(ask.lang)
  const whys: Readonly<Record<string, string>> = held
  const why = (list: string) => purposes[list] ?? whys[listTypeOf(list).purpose] ?? ''
  return {
    aside: (
      <section class="ds-panel" aria-labelledby="h-lists">
        <h2 class="ds-h3" id="h-lists">
          {t.on(lists.length, words.number(lists.length))}
        </h2>
        <table class="ds-table ds-mini">
          <thead>
            <tr>
              <th scope="col">{t.list}</th>
              <th scope="col">{t.since}</th>
            </tr>
          </thead>
          <tbody>
            {lists.map(({ list, since, until, marks }) => (
              <tr>
                <th scope="row">
                  {listName(ask.lang, list)}
                  <span class="ds-under">{why(list)}</span>
                  {marks.length > 0 && (
                    <span class="ds-under">{marks.map(one => markWords[one]).join(', ')}</span>
                  )}
                  {until && <span class="ds-under">{t.leftOut(words.shortDate(until))}</span>}
                </th>
                <td class="ds-nowrap">{words.shortDate(since)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    ),
    lines: lists.map(({ list, since }) => ({
      at: since,
      group: 'record' as const,
      icon: 'same' as const,
      what: t.putOn(listName(ask.lang, list)),
    })),
  }
}
