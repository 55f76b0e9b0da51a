// The keeper of the machine opens a way in: a person of its own, a link, and a word to the others.
import { makeSignInLink, systemActor, systemId } from '../access/index.ts'
import { act } from '../events/index.ts'
import { type Id, newId } from '../kernel/ids.ts'
import { isRefusal, type Refusal } from '../kernel/refusal.ts'
import { deliver, tellStaff } from '../messages/index.ts'
import type { Node } from '../node.ts'
import { format } from '../pages/format.ts'
import { emergencyLinkMsMax, openEmergency } from './domain/emergency.ts'
import { noticeStrings } from './notice-strings.ts'
import { note } from './store/log.ts'

export type EmergencyLink = { readonly token: string; readonly user: Id; readonly told: number }

/** The link works for 15 minutes; whoever opens it is a system administrator for 2 hours. */
export async function makeEmergencyLink(
  node: Node,
  council: string,
  reason: string,
): Promise<EmergencyLink | Refusal> {
  const now = node.clock.now()
  const t = noticeStrings('en')
  const input = { name: t.name(format('en').row(now)), reason }
  const done = await act(node, systemActor(council), openEmergency, { id: newId(), input })
  if (isRefusal(done)) return done
  const user = String(done.answer.user)
  const { token, told } = await node.store.transaction({ council, actor: systemId }, async tx => {
    const at = { council, now }
    await note(tx, at, { door: 'emergency', outcome: 'in', user })
    const roles = ['data-protection-officer', 'system-administrator'] as const
    const told = await tellStaff(tx, { ...at, roles, words: noticeStrings })
    const link = { council, user, now, lastsMs: emergencyLinkMsMax }
    return { token: await makeSignInLink(tx, link), told }
  })
  await deliver(node, council).catch(() => 0)
  return { token: `${council}.${token}`, user, told }
}
