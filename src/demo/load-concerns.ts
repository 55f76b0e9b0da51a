// Who stands at the safeguarding desk of the demo, and about whom is somebody worried?
import { setDesk, tellWorry } from '../concerns/index.ts'
import { campaignId } from './load-campaign.ts'
import { demoActor, demoCouncil, demoId, type Loading, say } from './loading.ts'
import { lastReached } from './store/last-reached.ts'

export async function loadConcerns(loading: Loading): Promise<void> {
  const { district } = loading
  const idOf = (role: string) => {
    return demoId(district.staff.find(one => one.role === role)?.ref ?? '')
  }
  const days = [1, 2, 3, 4, 5, 6, 7]
  const hours = { opens: 8 * 60, closes: 20 * 60, days, number: '01632 960099' }
  const desk = { owner: idOf('officer'), deputy: idOf('hub-manager'), ...hours }
  await say(loading, { name: setDesk.name, id: demoId('desk'), input: desk })
  const person = await personReached(loading)
  if (person === undefined) return
  const worry = demoId('worry')
  const words = 'She sounded muddled and could not say what day it is'
  const input = { worry, person, isDanger: false, words }
  await say(loading, { name: tellWorry.name, id: worry, input, by: idOf('call-handler') })
}

/** Somebody who waits for no call: the queue is as long as it was. */
function personReached({ node }: Loading): Promise<string | undefined> {
  const who = { council: demoCouncil.id, actor: demoActor().id }
  return node.store.transaction(who, tx => lastReached(tx, who.council, campaignId))
}
