// A check runs out in a fortnight: whoever looks after that volunteer hears it, once.
import { systemId } from '../access/index.ts'
import { listCouncils, type Task } from '../events/index.ts'
import { hourMs } from '../kernel/clock.ts'
import { deliverSoon, type Once, tellOnce } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { checkStrings } from './pages/check-strings.ts'
import { checksEnding } from './store/checks.ts'
import { coordinatorsOf } from './store/coordinators.ts'

/** How many were told. No name is in the message: it may lie open on a desk. */
export async function tellOfChecks(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const told = await node.store.transaction({ council, actor: systemId }, async tx => {
    const tellings: Once[] = []
    for (const { check, kind, place } of await checksEnding(tx, council, now)) {
      for (const user of await coordinatorsOf(tx, { council, place, now })) {
        tellings.push({ about: check, news: `check runs out ${kind}`, user, words })
      }
    }
    return tellOnce(tx, { council, now }, tellings)
  })
  if (told > 0) deliverSoon(node, council)
  return told
}

function words(lang: 'en' | 'cy') {
  const t = checkStrings(lang)
  return { subject: t.mailSubject, body: t.mailBody }
}

export const watchesChecks: Task = {
  name: 'volunteers.checks',
  everyMs: hourMs,
  async run(node) {
    for (const { id } of await listCouncils(node)) await tellOfChecks(node, id)
  },
}
