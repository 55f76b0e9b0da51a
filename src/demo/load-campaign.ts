// How does the round begin? With a campaign for whoever the shielded list names.
import { act } from '../events/index.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { spl } from '../lists/index.ts'
import { openCampaign } from '../reach/index.ts'
import { demoActor, demoId, type Loading, turnTo } from './loading.ts'

export const campaignId = demoId('campaign')

/** Just before the first list comes, so that its people join as they are loaded. */
export async function loadCampaign(loading: Loading, atMs: number): Promise<void> {
  const { node, plan, district } = loading
  const manager = district.staff.find(one => one.role === 'hub-manager')
  turnTo(loading, atMs)
  const input = {
    campaign: campaignId,
    round: demoId('round'),
    title: plan.campaign.name,
    purpose: 'Reaching people at higher risk',
    pack: 'pandemic',
    memberKind: 'person',
    rule: { lists: [spl.id], places: [], withFlags: [], withoutFlags: [] },
    answerable: demoId(manager?.ref ?? ''),
  }
  const done = await act(node, demoActor(), openCampaign, { id: demoId('step', 'campaign'), input })
  if (isRefusal(done)) throw new Error(`Broken: the campaign was refused: ${done.refused}`)
}
