// What may be printed about one person: a shopping list for a need, an extract of the log.
import type { PersonAsk, PersonPart } from '../../people/index.ts'
import { isTheirs, openNeeds } from '../store/choices.ts'
import { printStrings } from './strings.ts'

export async function paperSection({ tx, person, lang, scopeFor }: PersonAsk): Promise<PersonPart> {
  const scope = scopeFor('paper.print')
  if (!(await isTheirs(tx, scope, person))) return {}
  const needs = await openNeeds(tx, scope, person)
  const t = printStrings(lang)
  return {
    main: (
      <ul class="ds-plain ds-noprint">
        {needs.map(({ id, kind }) => (
          <li>
            <a href={`/sheets/print?kind=shopping&need=${id}`}>
              {t.shopping(kind.replaceAll('-', ' '))}
            </a>
          </li>
        ))}
        <li>
          <a href={`/sheets/print?kind=log&person=${person}`}>{t.logOf}</a>
        </li>
      </ul>
    ),
  }
}
