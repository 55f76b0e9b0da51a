// Whoever must know of a stop is written to, once each, though the server dies in between.
import { systemId } from '../access/index.ts'
import { listCouncils, type Task } from '../events/index.ts'
import { hourMs, secondMs } from '../kernel/clock.ts'
import { deliverSoon, tellOnce } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { standstillStrings } from './pages/strings.ts'
import { type Untold, untoldSince } from './store/untold.ts'

/** So long after it, nobody is told any more: a copy of the council brings no old alarms. */
const tellMsMax = hourMs

export async function tellStops(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const told = await node.store.transaction({ council, actor: systemId }, async tx => {
    const untold = await untoldSince(tx, council, new Date(now - tellMsMax))
    return tellOnce(tx, { council, now }, untold.map(tellingOf))
  })
  if (told > 0) deliverSoon(node, council)
  return told
}

function tellingOf({ news, standstill: about, user, ...one }: Untold) {
  const words = (lang: 'en' | 'cy') => {
    const t = standstillStrings(lang)
    const place = one.placeName ?? t.wholeCouncil
    const reason = one.reason ?? ''
    return news === 'lifted'
      ? { subject: t.mailLifted(place), body: t.mailLiftedBody(place, one.by, reason) }
      : { subject: t.mailStopped(place), body: t.mailStoppedBody(place, one.by, reason) }
  }
  return { about, news, user, words }
}

export const tellsOfStops: Task = {
  name: 'standstill.tell',
  everyMs: 10 * secondMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) await tellStops(node, id)
  },
}
