// What must administrators hear after a restore? What this copy cannot know about since then.
import { systemId } from '../access/index.ts'
import { listCouncils } from '../events/index.ts'
import { tellStaff } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { format } from '../pages/format.ts'
import { restoreStrings } from './restore-strings.ts'

/** `madeAt` is the moment of the backup. How many administrators were told. */
export async function tellOfRestore(node: Node, madeAt: Date): Promise<number> {
  const now = node.clock.now()
  let told = 0
  for (const { id: council } of await listCouncils(node)) {
    told += await node.store.transaction({ council, actor: systemId }, tx =>
      tellStaff(tx, {
        council,
        now,
        roles: ['system-administrator', 'data-protection-officer'],
        words(lang) {
          const { subject, body } = restoreStrings(lang)
          return { subject, body: body(format(lang).row(madeAt)) }
        },
      }),
    )
  }
  return told
}
