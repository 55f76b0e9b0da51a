// How does a village stand, street by street, and which street has nobody?
import type { Child } from 'hono/jsx'
import { recordRead, scopeOf } from '../../access/index.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { headOf } from '../../live/index.ts'
import { type StoppedHere, stoppedHere } from '../../standstill/index.ts'
import { notFoundPage } from '../../web/error-pages.tsx'
import { pageLang } from '../../web/language.ts'
import { pageContext } from '../../web/page-context.tsx'
import { type Ctx, holds } from '../../web/request.ts'
import { takeAddress } from '../../web/take-links.tsx'
import type { VillageModel } from '../domain/model.ts'
import { villageFigures } from './kept-village.ts'
import { campaignAsked, canonicalAddress, momentAsked, readingOnce } from './read-asked.ts'
import type { MayHere } from './village-elsewhere.tsx'
import { villageParts } from './village-parts.ts'
import { VillageView } from './village-view.tsx'

export async function showVillage(c: Ctx) {
  const moment = momentAsked(c)
  const address = canonicalAddress(c, moment)
  if (address) return c.redirect(address, 303)
  const found = await findVillage(c, moment.at)
  if (!found) return notFoundPage(c)
  const { model, since, stopped, parts } = found
  const context = await pageContext(c, '/villages')
  return c.html(
    <VillageView
      context={context}
      model={model}
      since={since}
      commandId={mayTake(c) && model.at === null ? newId() : null}
      reader={c.var.actor.id}
      may={mayHere(c)}
      stopped={stopped}
      parts={parts}
      showsAll={c.req.query('streets') === 'all'}
      wrong={moment.wrong}
      take={takeAddress(c, 'picture.take', `${c.req.path}/streets`)}
    />,
    moment.wrong ? 422 : 200,
  )
}

type Found = {
  readonly model: VillageModel
  readonly since: number
  readonly stopped: StoppedHere | undefined
  readonly parts: readonly Child[]
}

function findVillage(c: Ctx, at: number | null): Promise<Found | undefined> {
  return readingOnce(c, 'picture.read', async (tx, scope, now) => {
    const village = c.req.param('village')
    const named = { id: c.req.query('campaign'), round: c.req.query('round'), at }
    const asked = await campaignAsked(tx, scope, { ...named, now })
    if (!asked || !isId(village)) return undefined
    const since = await headOf(tx, scope)
    const model = await villageFigures(tx, scope, { ...asked, village, now, node: c.var.node })
    if (!model) return undefined
    const subjects = [...model.due, ...model.unowned].map(due => due.person)
    await recordRead(tx, scope, { what: 'list', route: '/villages/village', subjects, at: now })
    const stopped = at === null ? await stoppedHere(tx, scope.council, village) : undefined
    const { node, actor } = c.var
    const scopeFor = (permission: string) =>
      scopeOf(node.registry.permissions, actor, { permission, now })
    const ask = { tx, scopeFor, village, now, lang: pageLang(c) }
    const parts = at === null ? await villageParts(ask) : []
    return { model, since, stopped, parts }
  })
}

function mayHere(c: Ctx): MayHere {
  return {
    proofs: holds(c, 'proof.read'),
    ask: holds(c, 'escalations.ask'),
    stop: holds(c, 'standstill.stop'),
  }
}

function mayTake(c: Ctx): boolean {
  const { node, actor } = c.var
  const now = node.clock.now()
  const scope = scopeOf(node.registry.permissions, actor, { permission: 'places.organise', now })
  return scope.everywhere || scope.places.length > 0
}
