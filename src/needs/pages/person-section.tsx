// What do needs add to a person's page? The open ones with their urgency, and the steps planned.
import { format } from '../../pages/format.ts'
import type { PersonAsk, PersonPart } from '../../people/index.ts'
import { actionsOf, needsOf } from '../store/queries.ts'
import { AddNeedHere } from './add-need.tsx'
import { needLabel } from './need-label.ts'
import { NeedsList } from './plan-parts.tsx'
import { needsStrings } from './strings.ts'

export async function needsSection(ask: PersonAsk): Promise<PersonPart> {
  const scope = ask.scopeFor('needs.read')
  const needs = await needsOf(ask.tx, scope, ask.person)
  const record = ask.scopeFor('needs.record')
  const mayRecord = record.everywhere || record.places.length > 0
  const now = new Date(ask.now)
  const actions = await actionsOf(ask.tx, scope, { person: ask.person, now })
  const t = needsStrings(ask.lang)
  const words = format(ask.lang)
  const here = `/people/${ask.person}`
  return {
    main: (
      <>
        <span id="h-needs" />
        <NeedsList lang={ask.lang} needs={needs} here={here} label={needLabel} />
        {actions.length > 0 && (
          <ul class="ds-done">
            {actions.map(action => (
              <li>
                <span>{action.what}</span>
                <span>
                  {action.ownerName ?? <b class="ds-status--attention">{t.nobody}</b>}
                  {', '}
                  {words.shortDate(action.dueAt)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {mayRecord && <AddNeedHere person={ask.person} lang={ask.lang} />}
      </>
    ),
  }
}
