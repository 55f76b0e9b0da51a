// One press: take a step, finish it, or say that a need is met. Then back to where it was pressed.
import type { Command } from '../../events/index.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { finishAction, takeAction } from '../domain/change-action.ts'
import { changeNeed } from '../domain/change-need.ts'

export function takeStep(c: Ctx) {
  return change(c, takeAction, { action: c.req.param('id') })
}

export function finishStep(c: Ctx) {
  return change(c, finishAction, { action: c.req.param('id'), result: 'done' })
}

export function meetNeed(c: Ctx) {
  return change(c, changeNeed, { need: c.req.param('id'), state: 'met' })
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
