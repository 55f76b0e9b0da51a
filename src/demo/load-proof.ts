// Which proof has the council of the demo signed? One of the village whose coordinator the links
// let in, so that somebody can counter-sign it.

import { isRefusal } from '../kernel/refusal.ts'
import { issueProof } from '../proof/index.ts'
import { campaignId } from './load-campaign.ts'
import { demoActor, demoId, type Loading } from './loading.ts'

export async function loadProof({ node, district }: Loading, village: string): Promise<void> {
  const manager = district.staff.find(one => one.role === 'hub-manager')
  const by = demoActor(manager && demoId(manager.ref))
  const asked = { campaign: campaignId, place: demoId(village), at: null }
  const refusal = await issueProof(node, by, { id: demoId('proof'), ...asked })
  if (isRefusal(refusal)) throw new Error(`Broken: the proof was refused: ${refusal.refused}`)
}
