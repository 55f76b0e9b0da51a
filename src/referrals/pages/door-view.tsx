// What somebody with a link sees before the code, and after all is over: nothing about anybody.
import { Button, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page, type PageContext } from '../../pages/layout.tsx'
import { LangContext, useLang } from '../../pages/strings/index.ts'
import { partnerStrings } from './partner-strings.ts'

export type CodeProblem = 'codeShape' | 'codeOver' | 'codeSent' | { readonly left: number }

type Shown = {
  readonly council: string
  readonly partner: string
  /** The page's own address, which its forms go to. */
  readonly at: string
  readonly problem: CodeProblem | undefined
}

export function CodePage({ context, shown }: { context: PageContext; shown: Shown }) {
  const t = partnerStrings(context.lang)
  const { council, partner, problem } = shown
  const isSent = problem === 'codeSent'
  const wrong =
    problem === undefined || isSent
      ? undefined
      : typeof problem === 'object'
        ? t.codeWrong(`${problem.left}`)
        : t[problem]
  return (
    <Page context={context} title={t.doorTitle} look="public" hasErrors={wrong !== undefined}>
      <LangContext.Provider value={context.lang}>
        {wrong && <ErrorSummary errorList={[{ href: '#code', text: wrong }]} />}
        {isSent && (
          <p class="ds-next" role="status">
            {t.codeSent}
          </p>
        )}
        <h1 class="ds-h1">{t.doorTitle}</h1>
        <p class="govuk-body ds-tight">{t.doorLead(council, partner)}</p>
        <p class="govuk-body">{t.doorHow}</p>
        <CodeForms at={atOf(shown)} wrong={wrong} />
      </LangContext.Provider>
    </Page>
  )
}

const atOf = ({ at }: Shown) => at.replace(/\/code$/, '')

function CodeForms({ at, wrong }: { at: string; wrong: string | undefined }) {
  const t = partnerStrings(useLang())
  return (
    <>
      <form method="post" action={at} class="ds-form" novalidate>
        <Input
          name="code"
          label={t.code}
          hint={t.codeHint}
          inputmode="numeric"
          autocomplete="one-time-code"
          spellcheck={false}
          classes="govuk-input--width-10"
          {...(wrong ? { errorMessage: wrong } : {})}
        />
        <Button text={t.open} />
      </form>
      <form method="post" action={`${at}/code`}>
        <p class="govuk-body">{t.noCode}</p>
        <Button text={t.sendCode} classes="govuk-button--secondary" />
      </form>
    </>
  )
}

export function OverPage({ context }: { context: PageContext }) {
  const t = partnerStrings(context.lang)
  return (
    <Page context={context} title={t.over} look="public">
      <h1 class="ds-h1">{t.over}</h1>
      <p class="govuk-body">{t.overBody}</p>
    </Page>
  )
}

type Thanks = { readonly context: PageContext; readonly answer: 'declined' | 'done' }

export function ThanksPage({ context, answer }: Thanks) {
  const t = partnerStrings(context.lang)
  return (
    <Page context={context} title={t.thanks} look="public">
      <h1 class="ds-h1">{t.thanks}</h1>
      <p class="govuk-body">{t.thanksBodies[answer]}</p>
    </Page>
  )
}
