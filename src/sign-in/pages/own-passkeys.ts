// A person adds a passkey on this device, renames one, or removes one that is lost.
import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server'
import { z } from 'zod'
import { isId, newId } from '../../kernel/ids.ts'
import { isRefusal, refuse } from '../../kernel/refusal.ts'
import { canSend, deliverSoon, findAddress, queueMessage } from '../../messages/index.ts'
import { notFoundPage, refusalPage } from '../../web/error-pages.tsx'
import { pageContext } from '../../web/page-context.tsx'
import { actFor, type Ctx, formOf } from '../../web/request.ts'
import { deviceOf } from '../device.ts'
import { addPasskey, removePasskey, renamePasskey } from '../domain/passkeys.ts'
import { begin, takeByBrowser } from '../store/attempts.ts'
import { listCredentials, noteUse } from '../store/passkeys.ts'
import { browserOf, inCouncil, keepBrowser } from './door.ts'
import { showAccount } from './me.tsx'
import { meStrings } from './me-strings.ts'
import { relyingParty } from './relying-party.ts'

export async function beginPasskeyAdd(c: Ctx) {
  const { actor, node } = c.var
  const party = relyingParty(c)
  if (!party.isPossible) return notFoundPage(c)
  const { council, id: user } = actor
  const known = await inCouncil(c, council, tx => listCredentials(tx, council, user))
  const options = await generateRegistrationOptions({
    rpName: 'Doorstep',
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(user.replaceAll('-', ''), 'hex')),
    userName: actor.name,
    userDisplayName: actor.name,
    attestationType: 'none',
    excludeCredentials: known.map(id => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const at = { council, now: node.clock.now() }
  const begun = { kind: 'passkey-add' as const, browser: keepBrowser(c), user }
  const { challenge } = options
  await inCouncil(c, council, tx => begin(tx, at, { ...begun, challenge }))
  return c.json(options)
}

const bytes = z.base64url().max(100_000)
const Answer = z.object({
  id: bytes,
  rawId: bytes,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
  response: z.object({
    clientDataJSON: bytes,
    attestationObject: bytes,
    transports: z.array(z.string().max(20)).max(10).optional(),
  }),
})
type Answer = z.infer<typeof Answer>

export async function saveNewPasskey(c: Ctx) {
  const { council, id: user } = c.var.actor
  const form = await formOf(c)
  const answer = readAnswer(form.text('answer'))
  const at = { council, now: c.var.node.clock.now() }
  const asked = { kind: 'passkey-add' as const, browser: browserOf(c) }
  const begun = await inCouncil(c, council, tx => takeByBrowser(tx, at, asked))
  const isOwn = begun?.user === user
  const credential = answer && isOwn ? await proven(c, answer, begun.challenge) : undefined
  if (!credential) return showAccount(c, 'passkeyWrong')
  const passkey = newId()
  const input = {
    passkey,
    name: (form.text('name') || deviceOf(c.req.header('user-agent')) || 'Passkey').slice(0, 60),
    credential: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    transports: answer?.response.transports ?? [],
  }
  const done = await actFor(c, addPasskey, { id: form.commandId(), input })
  if (isRefusal(done)) return refusalPage(c, done)
  const { counter } = credential
  await inCouncil(c, council, tx => noteUse(tx, council, { passkey, counter, now: null }))
  await tellOwner(c)
  return c.redirect('/me', 303)
}

/** Whoever sat down at somebody's open session must not keep a key in secret. */
async function tellOwner(c: Ctx): Promise<void> {
  const { node, actor } = c.var
  const { council, id: user } = actor
  const language = (await pageContext(c)).lang === 'cy' ? 'cy' : 'en'
  const { mail } = meStrings(language)
  await inCouncil(c, council, async tx => {
    const isOpen = await canSend(tx, node.store.keys, council)
    const to = isOpen && (await findAddress(tx, council, user))
    if (!to) return
    const at = { council, now: node.clock.now() }
    await queueMessage(tx, at, { ...mail, to, user, language, kind: 'notice', expiresAt: null })
  })
  deliverSoon(node, council)
}

function readAnswer(text: string): Answer | undefined {
  try {
    return Answer.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

async function proven(c: Ctx, answer: Answer, challenge: string) {
  const { id, origin } = relyingParty(c)
  try {
    const checked = await verifyRegistrationResponse({
      response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: true,
    })
    return checked.registrationInfo?.credential
  } catch {
    return undefined
  }
}

export async function savePasskeyName(c: Ctx) {
  const passkey = c.req.param('passkey') ?? ''
  const form = await formOf(c)
  const name = form.text('name').slice(0, 60)
  if (!isId(passkey)) return notFoundPage(c)
  if (name === '') return refusalPage(c, refuse('invalid'))
  const done = await actFor(c, renamePasskey, { id: form.commandId(), input: { passkey, name } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/me', 303)
}

export async function dropPasskey(c: Ctx) {
  const passkey = c.req.param('passkey') ?? ''
  if (!isId(passkey)) return notFoundPage(c)
  const id = (await formOf(c)).commandId()
  const done = await actFor(c, removePasskey, { id, input: { passkey } })
  return isRefusal(done) ? refusalPage(c, done) : c.redirect('/me', 303)
}
