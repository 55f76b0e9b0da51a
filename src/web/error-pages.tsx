// What does a person see when it did not go as they hoped? A plain page, never a trace.
import type { Context } from 'hono'
import type { AppEnv } from '../events/capability.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import { Page, type PageContext } from '../pages/layout.tsx'
import { refusalStatus, refusalWords } from '../pages/refusals.ts'
import { connectionLoss } from './connection-loss.ts'
import { chosenLang } from './language.ts'
import { pageContext } from './page-context.tsx'
import { isForMachines, problemAnswer, refusalAnswer } from './problem.ts'
import type { Ctx } from './request.ts'
import { newReference } from './request-log.ts'
import { webStrings } from './strings.ts'

type Status = 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503
const retryAfterSeconds = 60

type Words = { title: string; body: string; reference?: string }

export async function notFoundPage(c: Ctx) {
  if (isForMachines(c)) return refusalAnswer(c, refuse('not-found'))
  const t = webStrings(chosenLang(c))
  return plainPage(c, 404, { title: t.notFound, body: t.notFoundBody })
}

export async function tooLargePage(c: Context) {
  if (isForMachines(c)) return refusalAnswer(c, refuse('too-large'))
  const t = webStrings(chosenLang(c))
  return plainPage(c as Ctx, 413, { title: t.tooLarge, body: t.tooLargeBody })
}

/** A refusal that has no form to go back to. */
export async function refusalPage(c: Ctx, refusal: Refusal) {
  return plainPage(c, refusalStatus(refusal.refused), refusalWords(chosenLang(c), refusal.refused))
}

/** Our own fault: a reference to quote, and nothing personal in the log. */
export async function errorPage(
  c: Context<AppEnv>,
  error: unknown,
  log: (error: unknown, reference: string) => void,
) {
  const reference = c.var.reference ?? newReference()
  log(error, reference)
  const t = webStrings(chosenLang(c))
  const lost = connectionLoss(error)
  const isHalfway = lost === 'broken' && c.req.method === 'POST'
  if (lost) return awayPage(c, isHalfway ? t.awayHalfwayBody : t.awayBody)
  const words = { title: t.broken, body: t.brokenBody, reference: t.reference(reference) }
  if (isForMachines(c)) return brokenAnswer(c, reference)
  return c.html(<PlainPage context={bareContext(c)} words={words} />, 500)
}

function brokenAnswer(c: Context, reference: string) {
  const { broken: title, brokenBody } = webStrings('en')
  const detail = `${brokenBody} ${webStrings('en').reference(reference)}.`
  return problemAnswer(c, { status: 500, code: 'broken', title, detail })
}

/** The database does not answer: nobody's mistake, and over soon. */
async function awayPage(c: Context, body: string) {
  c.header('retry-after', String(retryAfterSeconds))
  const words = { title: webStrings(chosenLang(c)).away, body }
  if (isForMachines(c)) {
    return problemAnswer(c, { status: 503, code: 'away', title: words.title, detail: body })
  }
  return c.html(<PlainPage context={bareContext(c)} words={words} />, 503)
}

async function plainPage(c: Ctx, status: Status, words: Words) {
  const context = c.var.node ? { ...(await pageContext(c)), lang: chosenLang(c) } : bareContext(c)
  return c.html(<PlainPage context={context} words={words} />, status)
}

function PlainPage({ context, words }: { context: PageContext; words: Words }) {
  return (
    <Page context={context} title={words.title} look="public">
      <h1 class="ds-h1">{words.title}</h1>
      <p class="govuk-body">{words.body}</p>
      {words.reference && <p class="govuk-body">{words.reference}</p>}
    </Page>
  )
}

/** The frame without anything that needs the database, which may be what is broken. */
function bareContext(c: Context): PageContext {
  const council = { id: '', name: '' }
  return { lang: chosenLang(c), council, nav: [], practice: false, csrf: '', path: c.req.path }
}
