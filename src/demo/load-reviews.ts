// What did the hub manager make of the rows that the first list held? Most are decided by noon;
// some are left, so that there is something to judge.

import { hourMs } from '../kernel/clock.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { decideHeld, spl } from '../lists/index.ts'
import type { ListFile } from './generate/index.ts'
import { demoActor, demoCouncil, demoId, type Loading, turnTo } from './loading.ts'
import { heldRows } from './store/held-rows.ts'

export async function decideReviews(loading: Loading, { receivedAt }: ListFile): Promise<void> {
  const { node, district } = loading
  const who = { council: demoCouncil.id, actor: demoActor().id }
  const manager = district.staff.find(one => one.role === 'hub-manager')
  const actor = demoActor(demoId(manager?.ref ?? ''))
  turnTo(loading, Date.parse(receivedAt) + hourMs)
  const held = await node.store.transaction(who, tx => heldRows(tx, who.council, spl.id))
  for (const { entry, nhs } of held.filter(isDecided)) {
    const answer = { id: demoId('held', nhs), entry, decision: 'load' as const, person: null }
    const refused = await decideHeld(node, actor, answer)
    if (isRefusal(refused)) throw new Error(`Broken: a review was refused: ${refused.refused}`)
  }
}

/** Seven in ten, by the last digit, so that it is the same ones every time. */
const isDecided = ({ nhs }: { readonly nhs: string }) => Number(nhs.at(-1)) < 7
