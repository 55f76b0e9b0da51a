// Somebody needs a record outside their work at once: who, why, and proof that it is them.
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { ErrorSummary } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { LangContext } from '../../pages/strings/index.ts'
import { isProven, passkeyScripts } from '../../sign-in/index.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { forgetAsker } from '../../web/session.ts'
import { emergencyReasons } from '../domain/look-purposes.ts'
import { openRecord, whyLettersMin } from '../domain/open-record.ts'
import { hasPasskey } from '../store/openings.ts'
import { tellOfOpenings } from '../tell-of-openings.ts'
import { type OpenAnswers, OpenForm, type OpenProblems } from './open-form.tsx'
import { openingStrings } from './opening-strings.ts'
import { readWhose, whoseProblems } from './whose-record.tsx'

export function showOpenRecord(c: Ctx) {
  return formPage(
    c,
    answersOf(() => ''),
    {},
  )
}

export async function saveOpenRecord(c: Ctx) {
  const form = await formOf(c)
  const answers = answersOf(name => form.text(name))
  const problems = problemsOf(answers)
  if (Object.keys(problems).length > 0) return formPage(c, answers, problems)
  const isKeyed = await holdsPasskey(c)
  const isSure = isKeyed && (await isProven(c, form.text('answer')))
  if (isKeyed && !isSure) return formPage(c, answers, { why: 'passkeyMissing' })
  return openNow(c, { form, answers, isSure })
}

type Asked = { readonly form: Form; readonly answers: OpenAnswers; readonly isSure: boolean }

async function openNow(c: Ctx, { form, answers, isSure }: Asked) {
  const { born, extent, ...rest } = answers
  const input = {
    ...rest,
    born: born.day ?? null,
    extent: extent === 'address' ? 'address' : 'person',
    hasSecondFactor: isSure,
  }
  const done = await actFor(c, openRecord, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  const { opening } = done.answer
  if (!opening) return formPage(c, answers, { reference: 'foundNone' })
  forgetAsker(c)
  await tellOfOpenings(c.var.node, c.var.actor.council)
  return c.redirect(`/openings/${opening}`, 303)
}

function answersOf(given: (name: string) => string): OpenAnswers {
  const text = (name: string, most: number) => given(name).slice(0, most)
  return {
    ...readWhose(given),
    extent: text('extent', 10) || 'person',
    reason: text('reason', 30),
    why: text('why', 1_000),
  }
}

function problemsOf(answers: OpenAnswers): OpenProblems {
  const { reason, why } = answers
  const isReason = (emergencyReasons as readonly string[]).includes(reason)
  return {
    ...whoseProblems(answers),
    ...(isReason ? {} : { reason: 'reasonMissing' }),
    ...(why.length < whyLettersMin ? { why: 'whyMissing' } : {}),
  }
}

function holdsPasskey(c: Ctx): Promise<boolean> {
  return reading(c, 'oversight.open', (tx, scope) => hasPasskey(tx, scope.council, scope.actor))
}

async function formPage(c: Ctx, answers: OpenAnswers, problems: OpenProblems) {
  const context = await pageContext(c, '/find')
  const t = openingStrings(context.lang)
  const isKeyed = await holdsPasskey(c)
  const errors = Object.entries(problems).map(([field, code]) => ({
    href: field === 'born' ? '#born-day' : `#${field}`,
    text: t[code],
  }))
  const isWrong = errors.length > 0
  return c.html(
    <Page
      context={context}
      title={t.open}
      hasErrors={isWrong}
      scripts={isKeyed ? passkeyScripts : []}
    >
      <LangContext.Provider value={context.lang}>
        {isWrong && <ErrorSummary errorList={errors} />}
        <h1 class="ds-h1">{t.open}</h1>
        <p class="govuk-body">{t.openLead}</p>
        <OpenForm answers={answers} problems={problems} isKeyed={isKeyed} command={newId()} />
      </LangContext.Provider>
    </Page>,
    isWrong ? 422 : 200,
  )
}
