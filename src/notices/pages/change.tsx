// A button was pressed: a test, a pause, on again, again from a number, another secret, the end.
import type { Command } from '../../events/index.ts'
import { isId } from '../../kernel/ids.ts'
import { londonInstant } from '../../kernel/london.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import {
  endSubscription,
  pauseSubscription,
  replay,
  resumeSubscription,
} from '../domain/change-subscription.ts'
import { setHosts } from '../domain/set-hosts.ts'
import { lastBefore, listSubscriptions } from '../store/subscriptions.ts'
import { changeSecret, sendTest } from '../subscribe.ts'
import { showNotices } from './notices.tsx'
import { permission } from './permission.ts'
import { showSecret } from './secret.tsx'
import { showSubscription } from './subscription.tsx'

const byHand = { reason: 'by-hand' }

export const pause = (c: Ctx) => change(c, pauseSubscription, byHand)
export const resume = (c: Ctx) => change(c, resumeSubscription, {})
export const end = (c: Ctx) => change(c, endSubscription, byHand)

async function change(c: Ctx, command: Pick<Command<never, never>, 'name'>, more: object) {
  const subscription = c.req.param('subscription') ?? ''
  if (!isId(subscription)) return notFoundPage(c)
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, command, { id, input: { subscription, ...more } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/notices/${subscription}`, 303)
}

export async function rotate(c: Ctx) {
  const subscription = c.req.param('subscription') ?? ''
  if (!isId(subscription)) return notFoundPage(c)
  const id = (await formOf(c)).commandId()
  const { node, actor } = c.var
  const shown = await changeSecret(node, actor, { id, subscription })
  return isRefusal(shown) ? refusalPage(c, shown) : showSecret(c, shown)
}

/** Sent now, whatever else waits; what came of it stands first among the last tries. */
export async function trySending(c: Ctx) {
  const subscription = c.req.param('subscription') ?? ''
  const known = isId(subscription)
    ? await reading(c, permission, (tx, scope) => listSubscriptions(tx, scope, subscription))
    : []
  if (known.length === 0) return notFoundPage(c)
  await sendTest(c.var.node, { council: c.var.actor.council, subscription })
  return c.redirect(`/notices/${subscription}`, 303)
}

export async function saveReplay(c: Ctx) {
  const subscription = c.req.param('subscription') ?? ''
  if (!isId(subscription)) return notFoundPage(c)
  const form = await formOf(c)
  const typed = { number: form.text('after'), time: form.text('since') }
  const after = await numberOf(c, typed)
  if (after === undefined) return showSubscription(c, typed)
  const input = { subscription, after }
  const done = await actFor(c, replay, { id: form.commandId(), input })
  if (isRefusal(done) && done.refused === 'invalid') return showSubscription(c, typed)
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/notices/${subscription}`, 303)
}

/** The number that was typed, or the last one before the moment that was. */
async function numberOf(c: Ctx, { number, time }: { number: string; time: string }) {
  if (number !== '') return /^\d{1,15}$/.test(number) ? Number(number) : undefined
  const parts = /^(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)$/.exec(time)
  if (!parts) return undefined
  const at = londonInstant(parts[1] ?? '', Number(parts[2]) * 60 + Number(parts[3]))
  if (Number.isNaN(at)) return undefined
  return reading(c, permission, (tx, scope) => lastBefore(tx, scope, new Date(at)))
}

export async function saveHosts(c: Ctx) {
  const form = await formOf(c)
  const hosts = form.text('hosts')
  const lines = hosts.split(/\s+/).filter(line => line !== '')
  const done = await actFor(c, setHosts, { id: form.commandId(), input: { hosts: lines } })
  if (!isRefusal(done)) return c.redirect('/notices', 303)
  if (done.refused !== 'invalid') return refusalPage(c, done)
  return showNotices(c, { hosts, wrong: done.fields?.hosts ?? lines[0] ?? '' })
}
