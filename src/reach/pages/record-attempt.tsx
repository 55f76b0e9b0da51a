// A caller saves what happened, or puts the person back: then the next person to ring.
import type { Scope } from '../../access/index.ts'
import { getPack } from '../../hazards/index.ts'
import { type Id, isId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { mayContact } from '../../people/index.ts'
import type { Tx } from '../../store/open.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, asking, type Ctx, type Form, formOf, reading } from '../../web/request.ts'
import { type RecordAttempt, recordAttempt } from '../domain/record-attempt.ts'
import { findRung, type Rung } from '../store/find-rung.ts'
import { letGo, lookForNext, takeNext } from '../store/holds.ts'
import { callPage } from './call.tsx'
import { inputOf, noAnswers, problemsOf, readAnswers } from './call-answers.ts'
import { planNeeds } from './plan-needs.ts'

/** POST /call/:member. Whether the hold has ended is not asked: a call that was made is kept. */
export async function saveCall(c: Ctx) {
  const form = await formOf(c)
  const call = await findHere(c)
  if (!call) return notFoundPage(c)
  const pack = getPack(call.packId, call.packVersion)
  const now = c.var.node.clock.now()
  const answers = readAnswers(form, pack)
  const problems = problemsOf(answers, call, now)
  if (problems.length > 0) return callPage(c, { answers, problems, status: 422 })
  const sent = { attempt: form.text('attempt'), call, pack, now }
  return record(c, form, { input: inputOf(answers, sent), call })
}

/** POST /call/:member/put-back: not rung, so not a try. */
export async function putBack(c: Ctx) {
  const form = await formOf(c)
  const call = await findHere(c)
  if (!call) return notFoundPage(c)
  if (form.text('way') === 'inbound') return notThem(c, call.member)
  const pack = getPack(call.packId, call.packVersion)
  const sent = { attempt: form.text('attempt'), call, pack, now: c.var.node.clock.now() }
  return record(c, form, { input: { ...inputOf(noAnswers, sent), contactPoint: null }, call })
}

/** It was somebody else who rang: nothing was tried, and nobody is kept from ringing them. */
async function notThem(c: Ctx, member: Id) {
  const user = c.var.actor.id
  await reading(c, 'reach.answer', (tx, scope) => letGo(tx, scope.council, { user, member }))
  return c.redirect('/calls/inbound', 303)
}

async function findHere(c: Ctx): Promise<Rung | undefined> {
  const member = c.req.param('member') ?? ''
  if (!isId(member)) return undefined
  return asking(c, 'reach.record', (tx, scope) => findRung(tx, scope, member))
}

type Recording = { input: RecordAttempt; call: Rung }

/** A stop that came meanwhile is said before the next person: the call is kept all the same. */
async function record(c: Ctx, form: Form, { input, call }: Recording) {
  const done = await actFor(c, recordAttempt, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done satisfies Refusal)
  const isInbound = input.channel === 'inbound'
  if (isInbound) await planNeeds(c, { person: call.person, attempt: input.attempt })
  const wasStopped = !mayContact(call.flags, 'call') && input.outcome !== 'skipped'
  const at = isInbound
    ? `/calls/inbound?saved=${input.attempt}`
    : await nextAt(c, input, wasStopped)
  // Danger interrupts the round: who has it now is said first.
  const isDanger = Number(done.answer?.worries ?? 0) > 0
  const to = isDanger ? `/people/${call.person}/worry?${new URLSearchParams({ to: at })}` : at
  return c.redirect(to, 303)
}

async function nextAt(c: Ctx, { member, attempt }: RecordAttempt, wasStopped: boolean) {
  const next = wasStopped ? member : await goOn(c, member)
  return `${next ? `/call/${next}` : '/call'}?saved=${attempt}`
}

/** Lets go of the one who is done, and holds the next. */
async function goOn(c: Ctx, done: Id): Promise<Id | undefined> {
  const user = c.var.actor.id
  const look = (tx: Tx, scope: Scope, now: number) => lookForNext(tx, scope, { now, user, done })
  const found = await asking(c, 'reach.record', look)
  if (found === undefined || found.heldUntil) return found?.member
  // Somebody else was quicker, which is rare: now one look after the other.
  const next = await reading(c, 'reach.record', (tx, scope, now) =>
    takeNext(tx, scope, { now, user, done }),
  )
  return next?.member
}
