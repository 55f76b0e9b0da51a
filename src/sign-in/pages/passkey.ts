// Somebody signs in with a passkey: a question for this browser, and an answer that must hold.
import { generateAuthenticationOptions, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { addressOf } from '../../access/index.ts'
import type { Council } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { type Ctx, formOf } from '../../web/request.ts'
import { attemptMsMax, begin, takeByBrowser } from '../store/attempts.ts'
import { findKey, noteUse, type StoredKey } from '../store/passkeys.ts'
import { mayTry } from '../store/tries.ts'
import { browserOf, councilOf, enter, inCouncil, keepBrowser } from './door.ts'
import { turnAway, type Why } from './refused.tsx'
import { relyingParty } from './relying-party.ts'

export async function beginPasskey(c: Ctx) {
  const council = await councilOf(c)
  const party = relyingParty(c)
  if (!council || !party.isPossible) return notFoundPage(c)
  const at = { council: council.id, now: c.var.node.clock.now() }
  const by = ['passkey-address', addressOf(c)] as const
  if (!(await inCouncil(c, council.id, tx => mayTry(tx, at, by)))) {
    return refusalPage(c, refuse('too-many-tries'))
  }
  const options = await generateAuthenticationOptions({
    rpID: party.id,
    userVerification: 'required',
    timeout: attemptMsMax,
  })
  const { challenge } = options
  const browser = keepBrowser(c)
  await inCouncil(c, council.id, tx => begin(tx, at, { kind: 'passkey', browser, challenge }))
  return c.json(options)
}

const bytes = z.base64url().max(8_000)
/** Only what is checked is let through; the rest of what a browser says is left out. */
const Answer = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({
    clientDataJSON: bytes,
    authenticatorData: bytes,
    signature: bytes,
    userHandle: bytes.optional(),
  }),
})
type Answer = z.infer<typeof Answer>

export async function usePasskey(c: Ctx) {
  const council = await councilOf(c)
  if (!council) return notFoundPage(c)
  const form = await formOf(c)
  const answer = readAnswer(form.text('answer'))
  const used = answer ? await check(c, council, answer) : ('key-wrong' as const)
  if (typeof used === 'string') return turnAway(c, council, { door: 'passkey', why: used })
  if (used.isDisabled) {
    return turnAway(c, council, { door: 'passkey', why: 'disabled', user: used.user })
  }
  return enter(c, council.id, { user: used.user, door: 'passkey', to: form.text('to') })
}

export function readAnswer(text: string): Answer | undefined {
  try {
    return Answer.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

async function check(c: Ctx, council: Council, answer: Answer): Promise<StoredKey | Why> {
  const at = { council: council.id, now: c.var.node.clock.now() }
  const asked = { kind: 'passkey' as const, browser: browserOf(c) }
  return inCouncil(c, council.id, async tx => {
    const begun = await takeByBrowser(tx, at, asked)
    if (!begun) return 'late'
    const key = await findKey(tx, council.id, answer.id)
    if (!key) return 'key-unknown'
    const counter = await provenCounter(c, { answer, key, challenge: begun.challenge })
    if (counter === undefined) return 'key-wrong'
    await noteUse(tx, council.id, { passkey: key.id, counter, now: at.now })
    return key
  })
}

type Claim = { readonly answer: Answer; readonly key: StoredKey; readonly challenge: string }

/** Of a device that counts, a counter that does not rise means a copied key. */
export async function provenCounter(c: Ctx, { answer, key, challenge }: Claim) {
  const { id, origin } = relyingParty(c)
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
      credential: {
        id: answer.id,
        publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
        counter: key.counter,
      },
    })
    return verified ? authenticationInfo.newCounter : undefined
  } catch {
    // The package says why in words for developers; a person is told that it does not hold.
    return undefined
  }
}
