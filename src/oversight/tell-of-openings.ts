// Does the data protection officer know? At once after the opening; by the task if that failed.
import { systemId } from '../access/index.ts'
import { listCouncils } from '../events/index.ts'
import { deliverSoon, queueMessage } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { noticeStrings } from './notice-strings.ts'
import { listOfficers, noteTold, untoldOpenings } from './store/opening-notices.ts'

/** The messages and the note that they were queued are one; the page counts it either way. */
export async function tellOfOpenings(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const told = await node.store.transaction({ council, actor: systemId }, async tx => {
    const untold = await untoldOpenings(tx, council)
    const officers = untold.length > 0 ? await listOfficers(tx, council, now) : []
    const { subject, body } = noticeStrings('en')
    for (const opening of untold) {
      for (const { user, email } of officers) {
        const words = { subject, body, language: 'en' as const, kind: 'notice' as const }
        await queueMessage(tx, { council, now }, { ...words, to: email, user, expiresAt: null })
      }
      await noteTold(tx, council, { opening, told: officers.length, now })
    }
    return untold.length
  })
  if (told > 0) deliverSoon(node, council)
  return told
}

export async function tellEverywhere(node: Node): Promise<void> {
  for (const { id } of await listCouncils(node)) await tellOfOpenings(node, id)
}
