// The small forms of a person's page: flags, reports, contact points.
import type { Act } from '../../events/index.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, type Form, formOf } from '../../web/request.ts'
import { changeContactPoint, unbarContactPoint } from '../domain/change-contact-point.ts'
import { confirmReport, lowerFlag, raiseFlag } from '../domain/flags.ts'

type Named = { readonly name: string }
type InputOf = (person: string, form: Form, now: number) => Act['input']

/** One command from one form, then back to the person. */
function change(command: Named, inputOf: InputOf) {
  return async (c: Ctx) => {
    const person = c.req.param('id') ?? ''
    const form = await formOf(c)
    const input = inputOf(person, form, c.var.node.clock.now())
    const done = await actFor(c, command, { id: form.commandId(), input })
    return isRefusal(done) ? refusalPage(c, done) : c.redirect(`/people/${person}`, 303)
  }
}

export const saveFlag = change(raiseFlag, (person, form) => ({
  person,
  flag: form.text('flag'),
  source: 'staff',
  note: form.text('note'),
}))

export const takeBackFlag = change(lowerFlag, (person, form) => ({
  person,
  flag: form.text('flag'),
  note: form.text('note'),
}))

export const answerReport = change(confirmReport, (person, form) => ({
  person,
  report: form.text('report'),
  isTrue: form.text('answer') === 'yes' ? true : form.text('answer') === 'no' ? false : undefined,
}))

export const saveContactPoint = change(changeContactPoint, (_person, form, now) => ({
  contactPoint: form.text('contactPoint'),
  state: form.text('state'),
  workedAt: form.text('state') === 'works' ? now : null,
}))

export const unbarPoint = change(unbarContactPoint, (_person, form) => ({
  contactPoint: form.text('contactPoint'),
  state: 'untested',
  workedAt: null,
}))
