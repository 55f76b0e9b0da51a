// Who hears that notices to a system have stopped? Every administrator who has an address.
import { systemId } from '../access/index.ts'
import type { Id } from '../kernel/ids.ts'
import { deliverSoon, queueMessage } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { pauseStrings } from './pause-strings.ts'
import { listAdministrators, nameOf } from './store/subscriptions.ts'

export async function tellOfPause(node: Node, council: string, subscription: Id): Promise<void> {
  const now = node.clock.now()
  const t = pauseStrings('en')
  await node.store.transaction({ council, actor: systemId }, async tx => {
    const name = await nameOf(tx, council, subscription)
    const words = { subject: t.subject(name), body: t.body, language: 'en' as const }
    for (const { user, email } of await listAdministrators(tx, council, now)) {
      const sent = { ...words, to: email, user, kind: 'notice' as const, expiresAt: null }
      await queueMessage(tx, { council, now }, sent)
    }
  })
  deliverSoon(node, council)
}
