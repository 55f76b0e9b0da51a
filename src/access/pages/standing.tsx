// Somebody is signed in and nothing is shown: why, and until when?
import { format } from '../../pages/format.ts'
import { Page } from '../../pages/layout.tsx'
import { pageContext } from '../../web/page-context.tsx'
import type { Ctx } from '../../web/request.ts'
import type { Pause } from '../actor.ts'
import { isInForce } from '../decide.ts'
import { agreementStrings } from './agreement-strings.ts'

export async function showStanding(c: Ctx) {
  const context = await pageContext(c)
  const { lang } = context
  const t = agreementStrings(lang)
  const { node, actor } = c.var
  const now = node.clock.now()
  const isWorking = actor.grants.some(grant => isInForce(grant, now))
  const pauses = isWorking
    ? []
    : pausesNow(
        actor.grants.flatMap(grant => grant.pauses),
        now,
      )
  return c.html(
    <Page context={context} title={t.standing}>
      <h1 class="ds-h1">{t.standing}</h1>
      {isWorking && <p class="govuk-body">{t.may}</p>}
      {!isWorking && pauses.length === 0 && <p class="govuk-body">{t.noRole}</p>}
      {pauses.map(({ why, until }) => (
        <p class="govuk-body">
          {t.pauses[why]} {until !== null && t.until(format(lang).shortDate(until - 1))}
        </p>
      ))}
      {!isWorking && <p class="govuk-body">{t.ask}</p>}
    </Page>,
  )
}

/** Each reason once, however many grants it holds up. */
function pausesNow(pauses: readonly Pause[], now: number): readonly Pause[] {
  const current = pauses.filter(({ from, until }) => from <= now && (until === null || now < until))
  return [...new Map(current.map(pause => [pause.why, pause])).values()]
}
