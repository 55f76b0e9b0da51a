// Which other systems may ask, and how is one let in or sent away?
import { roleNames } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { format } from '../../pages/format.ts'
import { Button } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { fill, type Lang } from '../../pages/strings/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { daysMax, endToken } from '../domain/make-token.ts'
import { makeTokenNow } from '../make-token-now.ts'
import { listTokens } from '../store/tokens.ts'
import { askFor, showForm, type TokenAnswers, type TokenProblems } from './add-token.tsx'
import { apiStrings } from './strings.ts'

const permission = 'access.administer'

type Listed = Awaited<ReturnType<typeof listTokens>>[number]
type Words = ReturnType<typeof apiStrings>

export async function showTokens(c: Ctx) {
  const tokens = await reading(c, permission, listTokens)
  const context = await pageContext(c, '/tokens')
  const t = apiStrings(context.lang)
  const now = c.var.node.clock.now()
  const open = tokens.filter(one => isOpen(one, now))
  const shown = format(context.lang).number(open.length)
  return c.html(
    <Page context={context} title={t.tokens}>
      <h1 class="ds-h1">{t.headline(shown, open.length)}</h1>
      <p class="govuk-body">{t.lead}</p>
      <p class="govuk-body">
        {fill(t.describes, { openapi: <a href="/api/openapi.json">{t.openapi}</a> })}{' '}
        <a href="/notices">{t.notices}</a>
      </p>
      <p class="govuk-body">
        <a class="ds-button" href="/tokens/add">
          {t.add}
        </a>
      </p>
      {tokens.length > 0 && <Listing tokens={tokens} now={now} lang={context.lang} />}
    </Page>,
  )
}

function isOpen({ ended_at, secretOf, expires_at }: Listed, now: number): boolean {
  return !ended_at && secretOf !== null && expires_at.getTime() > now
}

type ListingProps = { tokens: readonly Listed[]; now: number; lang: Lang }

function Listing({ tokens, now, lang }: ListingProps) {
  const t = apiStrings(lang)
  const at = format(lang)
  return (
    <table class="ds-table">
      <caption class="ds-hide">{t.caption}</caption>
      <thead>
        <tr>
          {[t.name, t.may, t.used, t.until].map(head => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tokens.map(one => (
          <tr>
            <th scope="row">{one.name}</th>
            <td>{one.permissions.join(', ')}</td>
            <td>{one.last_used_at ? at.near(one.last_used_at, now) : t.never}</td>
            <td>
              <Until token={one} t={t} now={now} until={at.shortDate(one.expires_at)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Until({ token, t, now, until }: { token: Listed; t: Words; now: number; until: string }) {
  if (token.ended_at) return <>{t.ended}</>
  if (token.secretOf === null) return <>{t.restored}</>
  if (token.expires_at.getTime() <= now) return <>{t.runOut}</>
  return (
    <form method="post" action={`/tokens/${token.id}/end`}>
      <input type="hidden" name="command" value={newId()} />
      {until}{' '}
      <button class="ds-link-button" type="submit">
        {t.end}
      </button>
    </form>
  )
}

export async function saveEnd(c: Ctx) {
  const token = c.req.param('token') ?? ''
  if (!isId(token)) return notFoundPage(c)
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, endToken, { id, input: { token } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/tokens', 303)
}

export function askForToken(c: Ctx) {
  return askFor(c)
}

/** Shown once, in the answer to the form itself: it has no address to go back to. */
export async function saveToken(c: Ctx) {
  const form = await formOf(c)
  const answers: TokenAnswers = {
    command: form.commandId(),
    name: form.text('name'),
    role: form.text('role'),
    place: form.text('place'),
    purpose: form.text('purpose'),
    days: form.text('days'),
    permissions: form.all('permissions'),
  }
  const problems = problemsOf(answers)
  if (Object.keys(problems).length > 0) return showForm(c, answers, problems)
  const { command, name, purpose, permissions } = answers
  const role = roleNames.find(one => one === answers.role) ?? 'officer'
  const place = isId(answers.place) ? answers.place : null
  const days = Number(answers.days)
  const ask = { command, name, role, place, purpose, days, permissions }
  const made = await makeTokenNow(c.var.node, c.var.actor, ask)
  if (isRefusal(made)) {
    if (made.refused !== 'invalid') return refusalPage(c, made)
    return showForm(c, answers, { permissions: 'permissionsMissing' })
  }
  return made ? showOnce(c, made.token) : c.redirect('/tokens', 303)
}

const nameLengthMax = 200

function problemsOf(answers: TokenAnswers): TokenProblems {
  const isText = (text: string) => text.length > 0 && text.length <= nameLengthMax
  const problems: TokenProblems = {}
  const days = Number(answers.days)
  if (!isText(answers.name)) problems.name = 'nameMissing'
  if (!roleNames.some(role => role === answers.role)) problems.role = 'roleMissing'
  if (answers.place !== 'council' && !isId(answers.place)) problems.place = 'placeMissing'
  if (!isText(answers.purpose)) problems.purpose = 'purposeMissing'
  if (!Number.isInteger(days) || days < 1 || days > daysMax) problems.days = 'daysWrong'
  if (answers.permissions.length === 0) problems.permissions = 'permissionsMissing'
  return problems
}

async function showOnce(c: Ctx, token: string) {
  const context = await pageContext(c, '/tokens')
  const t = apiStrings(context.lang)
  return c.html(
    <Page
      context={context}
      title={t.shown}
      breadcrumbs={[{ href: '/tokens', label: t.tokens }, { label: t.shown }]}
    >
      <h1 class="ds-h1">{t.shown}</h1>
      <p class="govuk-body">
        <strong>{t.shownOnce}</strong>
      </p>
      <p class="govuk-body">{t.shownHow}</p>
      <label class="govuk-label" for="token">
        {t.shownField}
      </label>
      <textarea class="govuk-textarea" id="token" rows={3} readonly>
        {token}
      </textarea>
      <Button text={t.tokens} href="/tokens" />
    </Page>,
  )
}
