// How a campaign ends, begins again, or is asked again later: the parts of its page that say so.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, Textarea } from '../../pages/govuk/index.ts'
import { useLang } from '../../pages/strings/index.ts'
import type { Run } from '../store/find-run.ts'
import { moreStrings } from './more-strings.ts'

export type ReasonProblem = 'reasonMissing' | 'reasonLong'

export function Closed({ run }: { run: Run }) {
  const lang = useLang()
  const t = moreStrings(lang)
  const day = run.closedAt ? format(lang).date(run.closedAt) : ''
  return <p class="ds-care">{t.closed(day, run.closedReason ?? '')}</p>
}

export function Again({ run }: { run: Run }) {
  const t = moreStrings(useLang())
  return (
    <section class="ds-panel ds-section" aria-labelledby="h-again">
      <h2 class="ds-h3" id="h-again">
        {t.repeat}
      </h2>
      <p>{t.repeatWhat}</p>
      <p>
        <a href={`/campaigns/open?repeats=${run.campaign}`}>{t.repeatLink}</a>
      </p>
    </section>
  )
}

type EndingProps = { run: Run; wrong: ReasonProblem | undefined }

/** Said with the number of those not reached, so that nobody is dropped without a word. */
export function Ending({ run, wrong }: EndingProps) {
  const lang = useLang()
  const t = moreStrings(lang)
  const isClosed = run.closedAt !== null
  const to = `/campaigns/${run.campaign}/${isClosed ? 'reopen' : 'close'}`
  const untried = `/campaigns/${run.campaign}/members?state=untried`
  return (
    <section class="ds-section" aria-labelledby="h-end">
      <h2 class="ds-h2" id="h-end">
        {isClosed ? t.reopen : t.close}
      </h2>
      <p data-unreached={run.unreached}>
        {t.closeWhat(run.unreached, format(lang).number(run.unreached))}{' '}
        {run.unreached > 0 && <a href={untried}>{t.closeList}</a>}
      </p>
      <form class="ds-form" method="post" action={to} novalidate>
        <input type="hidden" name="command" value={newId()} />
        {!isClosed && <input type="hidden" name="unreached" value={run.unreached} />}
        <Textarea
          id="why"
          name="why"
          rows={2}
          label={{ text: isClosed ? t.whyReopen : t.whyClose }}
          {...(wrong ? { errorMessage: { text: t[wrong] } } : {})}
        />
        <Button text={isClosed ? t.reopen : t.close} preventDoubleClick />
      </form>
    </section>
  )
}
