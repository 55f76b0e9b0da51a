// Who hears that notices to a system have stopped? Every administrator who has an address.
import { systemId } from '../access/index.ts'
import type { Id } from '../kernel/ids.ts'
import { deliverSoon, tellStaff } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { pauseStrings } from './pause-strings.ts'
import { nameOf } from './store/subscriptions.ts'

export async function tellOfPause(node: Node, council: string, subscription: Id): Promise<void> {
  const now = node.clock.now()
  await node.store.transaction({ council, actor: systemId }, async tx => {
    const name = await nameOf(tx, council, subscription)
    await tellStaff(tx, {
      council,
      now,
      roles: ['system-administrator'],
      words(lang) {
        const { subject, body } = pauseStrings(lang)
        return { subject: subject(name), body }
      },
    })
  })
  deliverSoon(node, council)
}
