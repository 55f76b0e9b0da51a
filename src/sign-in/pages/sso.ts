// The council's own accounts: off to the provider, and back with an answer that must hold.

import { getCookie } from 'hono/cookie'
import { addressOf, leftCookie, systemActor } from '../../access/index.ts'
import { act, type Council } from '../../events/index.ts'
import { type Id, newId } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { type Ctx, formOf } from '../../web/request.ts'
import { type Entry, letIn } from '../domain/let-in.ts'
import {
  type Claims,
  connect,
  departFor,
  type NotProven,
  readAnswer,
  whyNot,
} from '../sso/provider-client.ts'
import { readClaims } from '../sso/read-claims.ts'
import { type Attempt, begin, takeByState } from '../store/attempts.ts'
import { findProvider, findSecret, type Provider } from '../store/provider.ts'
import { mayTry } from '../store/tries.ts'
import { browserOf, councilOf, enter, inCouncil, keepBrowser, localPath } from './door.ts'
import { redirectUri } from './redirect-uri.ts'
import { turnAway } from './refused.tsx'
import { showTested } from './tested.tsx'

export async function startSso(c: Ctx) {
  const council = await councilOf(c)
  if (!council) return notFoundPage(c)
  const returnTo = localPath((await formOf(c)).text('to'))
  return depart(c, council, { kind: 'sso', user: null, returnTo })
}

type Leaving = Pick<Attempt, 'user' | 'returnTo'> & { readonly kind: 'sso' | 'sso-test' }

export async function depart(c: Ctx, council: Council, leaving: Leaving) {
  const at = { council: council.id, now: c.var.node.clock.now() }
  const may = await inCouncil(c, council.id, tx => mayTry(tx, at, ['sso-address', addressOf(c)]))
  if (!may) return refusalPage(c, refuse('too-many-tries'))
  const set = await settingsOf(c, council.id)
  if (!set) return notFoundPage(c)
  const departure = await asked(async () =>
    departFor(await connect(set.client), {
      redirectUri: redirectUri(c, council.id),
      isAfresh: getCookie(c, leftCookie) !== undefined,
    }),
  )
  if (typeof departure === 'string') return turnAway(c, council, { door: 'sso', why: departure })
  const browser = keepBrowser(c)
  await inCouncil(c, council.id, tx => begin(tx, at, { ...leaving, ...departure, browser }))
  return c.redirect(departure.url.toString(), 303)
}

/** The provider is outside: what goes wrong there is no fault of ours. */
function asked<T>(work: () => Promise<T>): Promise<T | NotProven> {
  return work().catch(whyNot)
}

/** A browser that asks only for the head uses nothing up. */
export async function answerSso(c: Ctx) {
  const council = await councilOf(c)
  if (!council || c.req.method !== 'GET') return notFoundPage(c)
  const at = { council: council.id, now: c.var.node.clock.now() }
  const state = c.req.query('state') ?? ''
  const whose = { state, browser: browserOf(c) }
  const taken = await inCouncil(c, council.id, tx => takeByState(tx, at, whose))
  const set = await settingsOf(c, council.id)
  if (typeof taken === 'string') return turnAway(c, council, { door: 'sso', why: taken })
  if (!set) return turnAway(c, council, { door: 'sso', why: 'unknown' })
  const url = new URL(redirectUri(c, council.id) + new URL(c.req.url).search)
  const claims = await asked(async () =>
    readAnswer(await connect(set.client), { ...taken, url, state }),
  )
  if (typeof claims === 'string') return turnAway(c, council, { door: 'sso', why: claims })
  const { provider } = set
  if (taken.kind === 'sso-test') return showTested(c, { claims, provider, tester: taken.user })
  return welcome(c, council, { claims, provider, to: taken.returnTo })
}

type Arrival = { readonly claims: Claims; readonly provider: Provider; readonly to: string | null }

async function welcome(c: Ctx, council: Council, { claims, provider, to }: Arrival) {
  const input = readClaims(provider, claims)
  if (input === 'groups-unreadable') return turnAway(c, council, { door: 'sso', why: input })
  const { node } = c.var
  const done = await act(node, systemActor(council.id), letIn, { id: newId(), input })
  if (isRefusal(done)) return turnAway(c, council, { door: 'sso', why: 'answer-wrong' })
  const { entry, user } = done.answer as { entry: Entry; user: Id | null }
  if (entry !== 'in' || !user) {
    const why = entry === 'in' ? 'no-access' : entry
    return turnAway(c, council, { door: 'sso', why, user })
  }
  return enter(c, council.id, { user, door: 'sso', to })
}

async function settingsOf(c: Ctx, council: string) {
  const [provider, secret] = await inCouncil(c, council, async tx => [
    await findProvider(tx, council),
    await findSecret(tx, c.var.node.store.keys, council),
  ])
  if (!provider || !secret?.clientSecret) return undefined
  return { provider, client: { ...provider, secret: secret.clientSecret } }
}
