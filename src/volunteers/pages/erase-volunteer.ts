// Is this volunteer to be erased for good? First what they hold is freed.
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf, reading } from '../../web/request.ts'
import { eraseVolunteer } from '../domain/erase-volunteer.ts'
import { freeHeld } from '../held-part.ts'
import { volunteerSeen } from '../store/listed.ts'
import { volunteerPage } from './volunteer.tsx'

/** POST /volunteers/:volunteer/erase */
export async function saveErasure(c: Ctx) {
  const form = await formOf(c)
  const volunteer = c.req.param('volunteer') ?? ''
  if (!isId(volunteer)) return notFoundPage(c)
  // Nothing of theirs is freed for somebody who may not erase them.
  const seen = await reading(c, 'volunteers.erase', (tx, scope, now) =>
    volunteerSeen(tx, scope, { volunteer, now }),
  )
  if (seen && form.text('sure') !== 'yes') return volunteerPage(c, 'notSure')
  if (seen) await freeHeld(c.var.node, c.var.actor.council, volunteer)
  const done = await actFor(c, eraseVolunteer, { id: form.commandId(), input: { volunteer } })
  if (!isRefusal(done)) return c.redirect('/volunteers?erased=1', 303)
  const isHeld = Object.values(done.fields ?? {}).includes('stillHeld')
  return isHeld ? volunteerPage(c, 'stillHeld') : refusalPage(c, done)
}
