// Whose is a campaign when whoever answers for it leaves or changes? Asked on its page.
import { type Id, isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { Button, Select } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { handOverCampaign } from '../domain/hand-over-campaign.ts'
import type { Named } from '../store/campaign-choices.ts'
import type { Run } from '../store/find-run.ts'
import { campaignStrings } from './campaign-strings.ts'
import { moreStrings } from './more-strings.ts'

/** POST /campaigns/:campaign/answerable */
export async function handOver(c: Ctx) {
  const campaign: Id = c.req.param('campaign') ?? ''
  if (!isId(campaign)) return notFoundPage(c)
  const form = await formOf(c)
  const input = { campaign, answerable: form.text('instead') }
  const done = await actFor(c, handOverCampaign, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/campaigns/${campaign}/run`, 303)
}

/** Folded away while somebody answers; open and said aloud when who was named is gone. */
export function HandOver({ run, owners }: { run: Run; owners: readonly Named[] }) {
  const lang = useLang()
  const t = campaignStrings(lang)
  const m = moreStrings(lang)
  const others = owners.filter(({ id }) => id !== run.answerable)
  const { goneName } = run
  return (
    <div class="ds-section">
      {goneName !== null && <p class="ds-care">{m.gone(goneName, run.answerableName)}</p>}
      {others.length > 0 && (
        <details class="ds-open" open={goneName !== null}>
          <summary>{m.handOver}</summary>
          <form class="ds-form" method="post" action={`/campaigns/${run.campaign}/answerable`}>
            <input type="hidden" name="command" value={newId()} />
            <Select
              id="instead"
              name="instead"
              label={{ text: t.owner }}
              hint={{ text: m.handOverHint }}
              items={others.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <Button text={m.handOver} preventDoubleClick />
          </form>
        </details>
      )}
    </div>
  )
}
