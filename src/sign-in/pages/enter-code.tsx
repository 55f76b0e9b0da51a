// The code from the e-mail is typed or pasted: is it the one that this browser asked for?
import { addressOf } from '../../access/index.ts'
import type { Council } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import { canSend } from '../../messages/index.ts'
import { Button, ErrorSummary, Input } from '../../pages/govuk/index.ts'
import { Page } from '../../pages/layout.tsx'
import type { Tx } from '../../store/open.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { type Ctx, formOf } from '../../web/request.ts'
import { codeDigits, readCode } from '../secrets.ts'
import { guessCode } from '../store/codes.ts'
import { hasTriesLeft, mayTry, type Tried } from '../store/tries.ts'
import { browserOf, councilOf, doorContext, enter, inCouncil, noteLine } from './door.ts'
import { doorStrings } from './door-strings.ts'

type Problem = { readonly code: 'codeShape' | 'codeOver' } | { readonly left: number }

/** Codes are only for a council that can send them. */
export async function codeCouncilOf(c: Ctx): Promise<Council | undefined> {
  const council = await councilOf(c)
  if (!council) return undefined
  const { keys } = c.var.node.store
  const isOpen = await inCouncil(c, council.id, tx => canSend(tx, keys, council.id))
  return isOpen ? council : undefined
}

export async function showEnterCode(c: Ctx) {
  const council = await codeCouncilOf(c)
  return council ? askCode(c, council) : notFoundPage(c)
}

async function askCode(c: Ctx, council: Council, problem?: Problem) {
  const context = await doorContext(c, council)
  const t = doorStrings(context.lang)
  const wrong = problem && ('left' in problem ? t.codeWrong(`${problem.left}`) : t[problem.code])
  return c.html(
    <Page context={context} title={t.sentTitle} look="public" hasErrors={problem !== undefined}>
      {wrong && <ErrorSummary errorList={[{ href: '#code', text: wrong }]} />}
      <h1 class="ds-h1">{t.sentTitle}</h1>
      <p class="govuk-body ds-tight">
        {t.sent} {t.sentWhere}
      </p>
      <form method="post" action={`/sign-in/${council.id}/code/enter`} class="ds-form" novalidate>
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
        <Button text={t.codeEnter} />
      </form>
      <p class="govuk-body">
        <a href={`/sign-in/${council.id}/code`}>{t.codeAgain}</a>
      </p>
    </Page>,
    problem ? 422 : 200,
  )
}

export async function useCode(c: Ctx) {
  const council = await codeCouncilOf(c)
  if (!council) return notFoundPage(c)
  const code = readCode((await formOf(c)).text('code'))
  if (!new RegExp(`^\\d{${codeDigits}}$`).test(code)) {
    return askCode(c, council, { code: 'codeShape' })
  }
  const at = { council: council.id, now: c.var.node.clock.now() }
  const browser = browserOf(c)
  const by = guessesBy(c, browser)
  if (!(await inCouncil(c, council.id, tx => mayGuess(tx, at, by)))) {
    await noteLine(c, council.id, { door: 'code', outcome: 'too-many-tries' })
    return refusalPage(c, refuse('too-many-tries'))
  }
  const guess = await inCouncil(c, council.id, tx => guessCode(tx, at, { browser, code }))
  if (typeof guess === 'object' && 'user' in guess) {
    return enter(c, council.id, { user: guess.user, door: 'code', to: guess.returnTo })
  }
  await inCouncil(c, council.id, async tx => {
    for (const one of by) await mayTry(tx, at, one)
  })
  const isOver = guess === 'over'
  await noteLine(c, council.id, { door: 'code', outcome: isOver ? 'code-over' : 'code-wrong' })
  return askCode(c, council, isOver ? { code: 'codeOver' } : guess)
}

type By = readonly (readonly [Tried, string])[]

/** Without a cookie there is nothing to guess at, and no device to tell from another. */
function guessesBy(c: Ctx, browser: string): By {
  const address = ['guess-address', addressOf(c)] as const
  return browser === '' ? [address] : [address, ['guess-device', browser]]
}

async function mayGuess(tx: Tx, at: { council: string; now: number }, by: By): Promise<boolean> {
  for (const one of by) if (!(await hasTriesLeft(tx, at, one))) return false
  return true
}
