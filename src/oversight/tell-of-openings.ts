// Does the data protection officer know? At once after the opening; by the task if that failed.
import { systemId } from '../access/index.ts'
import { listCouncils } from '../events/index.ts'
import { deliverSoon, tellStaff } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { noticeStrings } from './notice-strings.ts'
import { noteTold, untoldOpenings } from './store/opening-notices.ts'

/** The messages and the note that they were queued are one; the page counts it either way. */
export async function tellOfOpenings(node: Node, council: string): Promise<number> {
  const now = node.clock.now()
  const told = await node.store.transaction({ council, actor: systemId }, async tx => {
    const untold = await untoldOpenings(tx, council)
    for (const opening of untold) {
      const roles = ['data-protection-officer'] as const
      const told = await tellStaff(tx, { council, now, roles, words: noticeStrings })
      await noteTold(tx, council, { opening, told, now })
    }
    return untold.length
  })
  if (told > 0) deliverSoon(node, council)
  return told
}

export async function tellEverywhere(node: Node): Promise<void> {
  for (const { id } of await listCouncils(node)) await tellOfOpenings(node, id)
}
