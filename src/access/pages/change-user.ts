// A person is shut out, let in again, suspended, or a suspension is lifted: each with its reason.

import type { Done } from '../../events/act.ts'
import { isId } from '../../kernel/ids.ts'
import { isRefusal, type Refusal } from '../../kernel/refusal.ts'
import { typedDay } from '../../pages/typed-day.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, type Form, formOf } from '../../web/request.ts'
import { disableUser, enableUser } from '../domain/disable-user.ts'
import { suspensionReasons } from '../domain/pause-events.ts'
import { liftSuspension, suspendUser } from '../domain/suspend-user.ts'
import { dayProblems, termOf } from './grant-answers.ts'
import { againWith, nothingTyped, type Typed, userPage } from './user.tsx'

export async function saveDisable(c: Ctx) {
  const { user, form } = await sent(c)
  if (!isId(user)) return notFoundPage(c)
  const typed = typedOf(form, 'disable')
  const input = { user, ...(typed.reason ? { reason: typed.reason } : {}) }
  const done = await actFor(c, disableUser, { id: form.commandId(), input })
  return answer(c, typed, done)
}

export async function saveEnable(c: Ctx) {
  const { user, form } = await sent(c)
  if (!isId(user)) return notFoundPage(c)
  const typed = typedOf(form, 'enable')
  const { reason } = typed
  if (!reason) return userPage(c, { ...typed, problems: { reason: 'reasonMissing' } })
  const done = await actFor(c, enableUser, { id: form.commandId(), input: { user, reason } })
  return answer(c, typed, done)
}

export async function saveSuspend(c: Ctx) {
  const { user, form } = await sent(c)
  if (!isId(user)) return notFoundPage(c)
  const typed = typedOf(form, 'suspend')
  const term = await termOf(c, typed)
  const why = suspensionReasons.find(one => one === typed.why)
  const problems = {
    ...(why ? {} : { why: 'whyMissing' }),
    ...dayProblems(typed, term, c.var.node.clock.now()),
    ...(typed.reason ? {} : { reason: 'reasonMissing' }),
  }
  if (Object.keys(problems).length > 0) return userPage(c, { ...typed, problems })
  const id = form.commandId()
  const input = { suspension: id, user, why, ...term, reason: typed.reason }
  return answer(c, typed, await actFor(c, suspendUser, { id, input }))
}

export async function saveLift(c: Ctx) {
  const { user, form } = await sent(c)
  const suspension = c.req.param('suspension') ?? ''
  if (!isId(user) || !isId(suspension)) return notFoundPage(c)
  const typed = typedOf(form, 'lift')
  const { reason } = typed
  if (!reason) return userPage(c, { ...typed, problems: { reason: 'reasonMissing' } })
  const request = { id: form.commandId(), input: { user, suspension, reason } }
  return answer(c, typed, await actFor(c, liftSuspension, request))
}

async function sent(c: Ctx) {
  return { user: c.req.param('user') ?? '', form: await formOf(c) }
}

function typedOf(form: Form, which: Typed['form']): Typed {
  const textOf = (name: string) => form.text(name)
  return {
    ...nothingTyped,
    form: which,
    reason: textOf('reason').slice(0, 500),
    why: textOf('why'),
    from: typedDay('from', textOf),
    until: typedDay('until', textOf),
  }
}

function answer(c: Ctx, typed: Typed, done: Done | Refusal) {
  if (!isRefusal(done)) return c.redirect(`/users/${c.req.param('user')}`, 303)
  // One's own form has no field for the role: the sentence stands beside the reason.
  const isOwn = done.refused === 'to-oneself'
  return isOwn
    ? userPage(c, { ...typed, problems: { reason: 'toOneself' } })
    : againWith(
        c,
        typed,
        done.refused === 'last-administrator' ? { refused: 'last-administrator' } : done,
      )
}
