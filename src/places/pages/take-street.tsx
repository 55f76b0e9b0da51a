// Somebody takes a street that nobody has, from the page of its village.
import { isId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { nameOwner } from '../domain/name-owner.ts'

/** If another was quicker, they keep it: the page says so, and nothing is overwritten. */
export async function takeStreet(c: Ctx) {
  const place = c.req.param('place')
  const form = await formOf(c)
  const village = form.text('village')
  if (!isId(place) || !isId(village)) return notFoundPage(c)
  const done = await actFor(c, nameOwner, {
    id: form.commandId(),
    input: { place, owner: c.var.actor.id, instead: null },
  })
  if (isRefusal(done)) return refusalPage(c, done)
  return c.redirect(`/villages/${village}`, 303)
}
