// People on the staff hear of one thing once each, however often it is tried.
import { type Id, idFrom } from '../kernel/ids.ts'
import type { Tx } from '../store/open.ts'
import { findAddress } from './store/find-address.ts'
import { queuedAmong, queueMessage } from './store/queue.ts'
import { speaksWelsh } from './store/staff-language.ts'
import { bothOf, type Lang, type Words } from './tell-staff.ts'

export type Once = {
  /** What it is about, and which news of it: told before, it is not told again. */
  readonly about: Id
  readonly news: string
  readonly user: Id
  words(lang: Lang): Words
}

type At = { readonly council: string; readonly now: number }

/** Queued in the caller's own transaction. How many were told now; some have no address. */
export async function tellOnce(tx: Tx, at: At, tellings: readonly Once[]): Promise<number> {
  const idOf = ({ about, news, user }: Once) => idFrom('told', about, news, user)
  const before = await queuedAmong(tx, at.council, tellings.map(idOf))
  const isBoth = await speaksWelsh(tx, at.council)
  let told = 0
  for (const one of tellings) {
    const id = idOf(one)
    const to = before.has(id) ? undefined : await findAddress(tx, at.council, one.user)
    if (!to) continue
    const { subject, body } = isBoth ? bothOf(one.words('cy'), one.words('en')) : one.words('en')
    const language = isBoth ? 'cy' : 'en'
    const whom = { to, user: one.user, kind: 'notice', expiresAt: null } as const
    await queueMessage(tx, at, { subject, body, language, ...whom, id })
    told++
  }
  return told
}
