// One press: take a step, finish it, or say that a need is met. Then back to where it was pressed.
import type { Command } from '../../events/index.ts'
import { dayMs } from '../../kernel/clock.ts'
import { londonDate, londonInstant } from '../../kernel/london.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { finishAction, takeAction } from '../domain/change-action.ts'
import { changeNeed } from '../domain/change-need.ts'
import { checkAgain } from '../domain/check-again.ts'
import { againDays, needsStrings } from './strings.ts'

export function takeStep(c: Ctx) {
  return change(c, takeAction, { action: c.req.param('id') })
}

export function finishStep(c: Ctx) {
  return change(c, finishAction, { action: c.req.param('id'), result: 'done' })
}

export function meetNeed(c: Ctx) {
  return change(c, changeNeed, { need: c.req.param('id'), state: 'met' })
}

/** In so many days, by the afternoon: somebody asks again. */
export async function checkNeedAgain(c: Ctx) {
  const form = await formOf(c)
  const days = againDays.find(one => `${one}` === form.text('days')) ?? againDays[0]
  const noon = londonInstant(londonDate(c.var.node.clock.now()), 12 * 60)
  const dueAt = londonInstant(londonDate(noon + days * dayMs), 17 * 60)
  const id = form.commandId()
  const about = { need: c.req.param('id'), person: form.text('person') }
  const what = needsStrings('en').askAgain
  const done = await actFor(c, checkAgain, { id, input: { ...about, action: id, what, dueAt } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(ownPath(form.text('to')), 303)
}

async function change(c: Ctx, command: Pick<Command<never, never>, 'name'>, input: object) {
  const form = await formOf(c)
  const done = await actFor(c, command, { id: form.commandId(), input })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect(ownPath(form.text('to')), 303)
}

/** Only to a page of ours. */
function ownPath(to: string): string {
  return /^\/[a-z][!-~]*$/.test(to) ? to : '/gaps'
}
