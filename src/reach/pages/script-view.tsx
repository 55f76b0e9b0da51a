// The page of a campaign's script: two boxes to write in, and every version beneath.
import { newId } from '../../kernel/ids.ts'
import { format } from '../../pages/format.ts'
import { Button, ErrorSummary, Textarea } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { useLang } from '../../pages/strings/index.ts'
import type { CampaignScripts, ScriptVersion } from '../store/scripts.ts'
import { scriptStrings } from './script-strings.ts'

/** `base` is the version that the answers were written on. */
export type ScriptAnswers = {
  readonly lines: string
  readonly welsh: string
  readonly base: number
}
export type ScriptProblem = 'lines' | 'welsh' | 'same' | 'gaps' | 'behind'

type Props = CampaignScripts & {
  readonly context: PageContext
  readonly campaign: string
  readonly answers: ScriptAnswers
  readonly problem: ScriptProblem | undefined
  readonly saved: number | undefined
}

export function ScriptPage(props: Props) {
  const { context, campaign, title, versions, problem, saved } = props
  const t = scriptStrings(context.lang)
  const crumbs = [
    { href: '/campaigns', label: t.campaigns },
    { href: `/campaigns/${campaign}/coverage`, label: title },
    { label: t.title },
  ]
  const href = problem === 'welsh' ? '#welsh' : '#lines'
  return (
    <Page context={context} title={t.title} breadcrumbs={crumbs} hasErrors={problem !== undefined}>
      {problem && <ErrorSummary errorList={[{ text: t.wrong[problem], href }]} />}
      {saved !== undefined && (
        <p class="ds-flash" role="status">
          {t.saved(saved)}
        </p>
      )}
      <h1 class="ds-h1 ds-headline">{t.heading(title)}</h1>
      <p class="ds-quiet">{t.lead}</p>
      <Writing {...props} />
      <section class="ds-section" aria-labelledby="h-versions">
        <h2 class="ds-h2" id="h-versions">
          {t.versions}
        </h2>
        {versions.map((one, nth) => (
          <Version one={one} isNow={nth === 0} />
        ))}
      </section>
    </Page>
  )
}

function Writing({ context, campaign, answers, problem }: Props) {
  const t = scriptStrings(context.lang)
  const wrong = (box: 'lines' | 'welsh') => {
    const isHere = problem && (problem === 'welsh' ? box === 'welsh' : box === 'lines')
    return isHere ? { errorMessage: { text: t.wrong[problem] } } : {}
  }
  return (
    <form
      class="ds-form ds-tight"
      method="post"
      action={`/campaigns/${campaign}/script`}
      novalidate
    >
      <input type="hidden" name="command" value={newId()} />
      <input type="hidden" name="base" value={answers.base} />
      <Textarea
        id="lines"
        name="lines"
        rows={8}
        value={answers.lines}
        label={{ text: t.lines, classes: 'govuk-label--s' }}
        hint={{ text: t.linesHint }}
        {...wrong('lines')}
      />
      <Textarea
        id="welsh"
        name="welsh"
        rows={8}
        value={answers.welsh}
        label={{ text: t.welsh, classes: 'govuk-label--s' }}
        hint={{ text: t.welshHint }}
        attributes={{ lang: 'cy' }}
        {...wrong('welsh')}
      />
      <Button text={t.save} />
    </form>
  )
}

function Version({ one, isNow }: { one: ScriptVersion; isNow: boolean }) {
  const lang = useLang()
  const t = scriptStrings(lang)
  const { version, lines, welsh, by, writtenAt } = one
  const from = writtenAt ? t.by(by ?? '', format(lang).timeAndDate(writtenAt)) : t.ofPack
  return (
    <details class="ds-open" open={isNow}>
      <summary>
        {t.version(version)} <span class="ds-quiet">{isNow ? `${t.now}. ${from}` : from}</span>
      </summary>
      <div class="ds-cols ds-cols--2">
        <Lines lines={lines} />
        {welsh.length > 0 ? <Lines lines={welsh} lang="cy" /> : <p>{t.noWelsh}</p>}
      </div>
    </details>
  )
}

function Lines({ lines, lang }: { lines: readonly string[]; lang?: string }) {
  return (
    <ol class="govuk-list govuk-list--number" {...(lang ? { lang } : {})}>
      {lines.map(line => (
        <li>{line}</li>
      ))}
    </ol>
  )
}
