// A partner follows the link: first the code, which opens once in this browser.
import { systemActor, systemId } from '../../access/index.ts'
import { act, type Council, listCouncils } from '../../events/index.ts'
import { hourMs } from '../../kernel/clock.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { deliverSoon, queueMessage } from '../../messages/index.ts'
import type { PageContext } from '../../pages/layout.tsx'
import type { Tx } from '../../store/open.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, formOf } from '../../web/request.ts'
import { openReferral } from '../domain/end-referral.ts'
import { findByToken, guessCode, isOpenFor, readCode, renewCode } from '../store/doors.ts'
import { type Offered, offeredTo } from '../store/queries.ts'
import { inBoth } from './both.ts'
import { browserOf, keepBrowser } from './browser.ts'
import { CodePage, type CodeProblem, OverPage } from './door-view.tsx'

export type Door = {
  readonly council: Council
  readonly referral: Id
  readonly offered: Offered
  /** This browser came in with a code. */
  readonly isOpen: boolean
}

/** Undefined: wrong, over, taken back, of no council of ours; one page for all. */
export async function doorOf(c: Ctx): Promise<Door | undefined> {
  const [named = '', token = ''] = (c.req.param('link') ?? '').split('.')
  const council = (await listCouncils(c.var.node)).find(one => one.id === named)
  if (!council) return undefined
  const at = { council: council.id, now: c.var.node.clock.now() }
  return inCouncil(c, council.id, async tx => {
    const referral = await findByToken(tx, at, token)
    const offered = referral && (await offeredTo(tx, council.id, referral))
    if (!referral || !offered) return undefined
    const isOpen = await isOpenFor(tx, at, { referral, browser: browserOf(c) })
    return { council, referral, offered, isOpen }
  })
}

export function inCouncil<T>(c: Ctx, council: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return c.var.node.store.transaction({ council, actor: systemId }, work)
}

/** A page of the council, for somebody who has no account. */
export async function partnerContext(c: Ctx, council: Council): Promise<PageContext> {
  const { user: _user, ...context } = await pageContext(c)
  const { id, name, practice } = council
  return { ...context, council: { id, name }, nav: [], practice }
}

export async function overPage(c: Ctx) {
  return c.html(<OverPage context={await pageContext(c)} />, 410)
}

export async function codePage(c: Ctx, { council, offered }: Door, problem?: CodeProblem) {
  const context = await partnerContext(c, council)
  const shown = { council: council.name, partner: offered.partner, at: c.req.path, problem }
  const isWrong = problem !== undefined && problem !== 'codeSent'
  return c.html(<CodePage context={context} shown={shown} />, isWrong ? 422 : 200)
}

/** POST /referral/:link: the code. */
export async function saveCode(c: Ctx) {
  const door = await doorOf(c)
  if (!door) return overPage(c)
  const { council, referral } = door
  const code = readCode((await formOf(c)).text('code'))
  if (!/^\d{6}$/.test(code)) return codePage(c, { ...door, isOpen: false }, 'codeShape')
  const browser = keepBrowser(c)
  const at = { council: council.id, now: c.var.node.clock.now() }
  const guess = await inCouncil(c, council.id, tx => guessCode(tx, at, { referral, code, browser }))
  if (guess !== 'open') return codePage(c, door, guess === 'over' ? 'codeOver' : guess)
  const request = { id: newId(), input: { referral } }
  await act(c.var.node, systemActor(council.id), openReferral, request)
  return c.redirect(c.req.path, 303)
}

/** POST /referral/:link/code: another one, by e-mail. The page says the same in every case. */
export async function sendCode(c: Ctx) {
  const door = await doorOf(c)
  if (!door) return overPage(c)
  const { council, referral, offered } = door
  const now = c.var.node.clock.now()
  const at = { council: council.id, now }
  await inCouncil(c, council.id, async tx => {
    const code = offered.email ? await renewCode(tx, at, referral) : undefined
    if (!code || !offered.email) return
    const words = inBoth(t => ({ subject: t.codeSubject, body: t.codeBody(code) }))
    const whom = { to: offered.email, user: null, kind: 'code', expiresAt: now + hourMs } as const
    await queueMessage(tx, at, { ...words, ...whom })
  })
  deliverSoon(c.var.node, council.id)
  return codePage(c, door, 'codeSent')
}
