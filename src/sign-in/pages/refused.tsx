// Somebody is turned away at a door: why, in a plain sentence, and a line in the log.

import type { Council } from '../../events/index.ts'
import type { Id } from '../../kernel/ids.ts'
import { Page } from '../../pages/layout.tsx'
import type { Ctx } from '../../web/request.ts'
import type { Door } from '../store/log.ts'
import { doorContext, noteLine } from './door.ts'
import { doorStrings } from './door-strings.ts'

export type Why = keyof ReturnType<typeof doorStrings>['refused']

const statuses: Record<Why, 403 | 409 | 410 | 502> = {
  unknown: 403,
  used: 409,
  late: 410,
  'other-browser': 403,
  'answer-wrong': 403,
  declined: 403,
  'provider-away': 502,
  'groups-unreadable': 403,
  'no-access': 403,
  disabled: 403,
  doubtful: 403,
  'key-unknown': 403,
  'key-wrong': 403,
}

export type Refused = { readonly door: Door; readonly why: Why; readonly user?: Id | null }

export async function turnAway(c: Ctx, council: Council, { door, why, user }: Refused) {
  await noteLine(c, council.id, { door, outcome: why, user: user ?? null })
  const context = await doorContext(c, council)
  const t = doorStrings(context.lang)
  const { title, body } = t.refused[why]
  return c.html(
    <Page context={context} title={title} look="public">
      <h1 class="ds-h1">{title}</h1>
      <p class="govuk-body ds-tight">{body}</p>
      <p class="govuk-body">
        <a href={`/sign-in?council=${council.id}`}>{t.again}</a>
      </p>
    </Page>,
    statuses[why],
  )
}
