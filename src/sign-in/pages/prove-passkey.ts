// Is it still the same person at the keyboard? They prove it with a passkey of their own.
import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { notFoundPage } from '../../web/error-pages.tsx'
import type { Ctx } from '../../web/request.ts'
import { attemptMsMax, begin, takeByBrowser } from '../store/attempts.ts'
import { findKey, listCredentials, noteUse } from '../store/passkeys.ts'
import { browserOf, inCouncil, keepBrowser } from './door.ts'
import { provenCounter, readAnswer } from './passkey.ts'
import { relyingParty } from './relying-party.ts'

const kind = 'passkey-proof' as const
export const proofAddress = '/me/passkeys/prove'

export async function beginProof(c: Ctx) {
  const { council, id: user } = c.var.actor
  const party = relyingParty(c)
  if (!party.isPossible) return notFoundPage(c)
  const known = await inCouncil(c, council, tx => listCredentials(tx, council, user))
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    timeout: attemptMsMax,
    allowCredentials: known.map(id => ({ id })),
  })
  const { challenge } = options
  const at = { council, now: c.var.node.clock.now() }
  const begun = { kind, browser: keepBrowser(c), user, challenge }
  await inCouncil(c, council, tx => begin(tx, at, begun))
  return c.json(options)
}

/** True once for each challenge, and only for a passkey of the person who is signed in. */
export async function isProven(c: Ctx, text: string): Promise<boolean> {
  const answer = readAnswer(text)
  if (!answer) return false
  const { council, id: user } = c.var.actor
  const at = { council, now: c.var.node.clock.now() }
  return inCouncil(c, council, async tx => {
    const begun = await takeByBrowser(tx, at, { kind, browser: browserOf(c) })
    const key = begun?.user === user ? await findKey(tx, council, answer.id) : undefined
    if (!begun || !key || key.user !== user || key.isDisabled) return false
    const counter = await provenCounter(c, { answer, key, challenge: begun.challenge })
    if (counter === undefined) return false
    await noteUse(tx, council, { passkey: key.id, counter, now: at.now })
    return true
  })
}
