// A person adds, names and removes the passkeys that they sign in with.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { passkeyAdded, passkeyRemoved, passkeyRenamed } from './events.ts'

export const passkeysMax = 20
const name = z.string().trim().min(1).max(60)

export const AddPasskey = z.strictObject({
  passkey: z.uuid(),
  name,
  credential: z.string().min(1).max(1_400),
  publicKey: z.string().min(1).max(4_000),
  transports: z.array(z.string().max(20)).max(10),
})
export type AddPasskey = z.infer<typeof AddPasskey>

export const addPasskey = command<AddPasskey, { readonly count: number }>({
  name: 'sign-in.add-passkey',
  input: AddPasskey,
  may: 'sign-in.own',
  decide({ count }, { passkey, name, credential, publicKey, transports }, { actor }) {
    if (count >= passkeysMax) return refuse('too-large')
    const body = { user: actor, passkey, transports }
    return [passkeyAdded({ subjects: [actor], body, words: { name, credential, publicKey } })]
  },
})

export const RenamePasskey = z.strictObject({ passkey: z.uuid(), name })
export type RenamePasskey = z.infer<typeof RenamePasskey>

/** Loaded only for its owner: somebody else’s passkey is not there. */
export const renamePasskey = command<RenamePasskey, null>({
  name: 'sign-in.rename-passkey',
  input: RenamePasskey,
  may: 'sign-in.own',
  decide(_state, { passkey, name }, { actor }) {
    const body = { user: actor, passkey }
    return [passkeyRenamed({ subjects: [actor], body, words: { name } })]
  },
})

export const RemovePasskey = z.strictObject({ passkey: z.uuid() })
export type RemovePasskey = z.infer<typeof RemovePasskey>

export const removePasskey = command<RemovePasskey, null>({
  name: 'sign-in.remove-passkey',
  input: RemovePasskey,
  may: 'sign-in.own',
  decide(_state, { passkey }, { actor }) {
    return [passkeyRemoved({ subjects: [actor], body: { user: actor, passkey } })]
  },
})
