// Which sheet of paper is out in the demo? A street round that somebody took out this morning.
import { act } from '../events/index.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { printSheet } from '../paper/index.ts'
import { campaignId } from './load-campaign.ts'
import { demoActor, demoId, type Loading } from './loading.ts'

/** The first street of the village where somebody is still to be visited. */
export async function loadSheet({ node, district }: Loading, village: string): Promise<void> {
  const manager = district.staff.find(one => one.role === 'hub-manager')
  const by = demoActor(manager && demoId(manager.ref))
  for (const { ref } of district.places.streets.filter(one => one.villageRef === village)) {
    const sheet = demoId('sheet', ref)
    const what = { sheet, kind: 'round', campaign: campaignId, place: demoId(ref), lang: 'en' }
    const nothing = { caller: null, person: null, need: null, blank: 0, items: '' }
    const words = { forWhom: 'The street lead', reason: 'No signal in the lane', days: 0 }
    const input = { ...what, ...nothing, ...words, limitPence: null, ring: '01632 960099' }
    const done = await act(node, by, printSheet, { id: sheet, input })
    if (!isRefusal(done)) return
    if (done.refused !== 'nobody-left') throw new Error(`Broken: printing: ${done.refused}`)
  }
}
