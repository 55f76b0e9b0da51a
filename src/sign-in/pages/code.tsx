// A code by e-mail, for people without a council account. The answer never tells who is known.
import { z } from 'zod'
import { addressOf } from '../../access/index.ts'
import type { Council } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import { deliverSoon, queueMessage } from '../../messages/index.ts'
import { Button, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { type Ctx, formOf } from '../../web/request.ts'
import { newCode } from '../secrets.ts'
import { attemptMsMax, begin } from '../store/attempts.ts'
import { codeHash, findByEmail } from '../store/codes.ts'
import { forgetTries, mayTry } from '../store/tries.ts'
import { doorContext, inCouncil, keepBrowser, localPath, noteLine, originOf } from './door.ts'
import { doorStrings } from './door-strings.ts'
import { codeCouncilOf } from './enter-code.tsx'

/** Longer than any of it takes, so that the time tells nothing either. */
export const answerMsMin = 300

export async function showCode(c: Ctx) {
  const council = await codeCouncilOf(c)
  return council
    ? askEmail(c, council, { email: '', to: c.req.query('to') ?? '' })
    : notFoundPage(c)
}

type Typed = { readonly email: string; readonly to: string; readonly isWrong?: boolean }

async function askEmail(c: Ctx, council: Council, { email, to, isWrong = false }: Typed) {
  const context = await doorContext(c, council)
  const t = doorStrings(context.lang)
  return c.html(
    <Page context={context} title={t.codeTitle} look="public" hasErrors={isWrong}>
      {isWrong && <ErrorSummary errorList={[{ href: '#email', text: t.emailWrong }]} />}
      <h1 class="ds-h1">{t.codeTitle}</h1>
      <form method="post" class="ds-form" novalidate>
        <input type="hidden" name="to" value={localPath(to) ?? ''} />
        <Input
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={email}
          {...(isWrong ? { errorMessage: t.emailWrong } : {})}
        />
        <Button text={t.send} />
      </form>
    </Page>,
    isWrong ? 422 : 200,
  )
}

export async function sendCode(c: Ctx) {
  const beganMs = performance.now()
  const council = await codeCouncilOf(c)
  if (!council) return notFoundPage(c)
  const form = await formOf(c)
  const email = form.text('email').toLowerCase()
  const to = form.text('to')
  if (!z.email().max(254).safeParse(email).success) {
    return askEmail(c, council, { email, to, isWrong: true })
  }
  const browser = keepBrowser(c)
  if (!(await mayAsk(c, council, browser))) {
    await noteLine(c, council.id, { door: 'code', outcome: 'too-many-tries' })
    return refusalPage(c, refuse('too-many-tries'))
  }
  await makeCode(c, council, { email, to, browser })
  await untilMs(beganMs + answerMsMin)
  return c.redirect(`/sign-in/${council.id}/code/enter`, 303)
}

/** Told openly: these count this browser and this address, whoever is asked for. */
function mayAsk(c: Ctx, council: Council, browser: string): Promise<boolean> {
  const at = { council: council.id, now: c.var.node.clock.now() }
  return inCouncil(c, council.id, async tx => {
    await forgetTries(tx, council.id, at.now)
    const isFew = await mayTry(tx, at, ['code-address', addressOf(c)])
    return (await mayTry(tx, at, ['code-device', browser])) && isFew
  })
}

type Wish = { readonly email: string; readonly to: string; readonly browser: string }

/** The same steps for everybody; only a person who may come in gets a message. */
async function makeCode(c: Ctx, council: Council, { email, to, browser }: Wish): Promise<void> {
  const { node } = c.var
  const code = newCode()
  const now = node.clock.now()
  const at = { council: council.id, now }
  const context = await doorContext(c, council)
  const language = context.lang === 'cy' ? 'cy' : 'en'
  const { mail } = doorStrings(language)
  await inCouncil(c, council.id, async tx => {
    const isFew = await mayTry(tx, at, ['code-account', email])
    const found = await findByEmail(tx, council.id, { email, now })
    const user = isFew ? (found ?? null) : null
    const hash = codeHash(browser, code)
    await begin(tx, at, { kind: 'code', browser, codeHash: hash, user, returnTo: localPath(to) })
    if (!user) return
    const spaced = `${code.slice(0, 4)} ${code.slice(4)}`
    await queueMessage(tx, at, {
      to: email,
      subject: mail.subject,
      body: mail.body(spaced, council.name, originOf(c)),
      language,
      kind: 'code',
      user,
      expiresAt: now + attemptMsMax,
    })
  })
  deliverSoon(node, council.id)
}

function untilMs(atMs: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, Math.max(0, atMs - performance.now())))
}
