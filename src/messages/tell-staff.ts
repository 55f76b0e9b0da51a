// Who on the staff must hear of this? Everybody who holds such a role and has an address.
import type { RoleName } from '../access/index.ts'
import type { Tx } from '../store/open.ts'
import { listHolders } from './store/find-address.ts'
import { queueMessage } from './store/queue.ts'
import { speaksWelsh } from './store/staff-language.ts'

export type Words = { readonly subject: string; readonly body: string }
export type Lang = 'en' | 'cy'

type Telling = {
  readonly council: string
  readonly now: number
  readonly roles: readonly RoleName[]
  /** Both are sent where both are spoken: nobody has said which they prefer. */
  words(lang: Lang): Words
}

/** Queued in the caller's own transaction. How many were told. */
export async function tellStaff(tx: Tx, telling: Telling): Promise<number> {
  const { council, now, roles, words } = telling
  const holders = await listHolders(tx, council, { roles, now })
  const isBoth = await speaksWelsh(tx, council)
  const { subject, body } = isBoth ? bothOf(words('cy'), words('en')) : words('en')
  const language = isBoth ? 'cy' : 'en'
  for (const { user, email: to } of holders) {
    const message = { subject, body, language, to, user, kind: 'notice', expiresAt: null } as const
    await queueMessage(tx, { council, now }, message)
  }
  return holders.length
}

export function bothOf(first: Words, second: Words): Words {
  return {
    subject: `${first.subject} / ${second.subject}`,
    body: `${first.body}\n\n----\n\n${second.body}`,
  }
}
