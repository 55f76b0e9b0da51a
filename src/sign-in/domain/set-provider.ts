// A council names the provider of its own accounts, or takes it away.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { providerSet } from './events.ts'

const claim = z.string().trim().min(1).max(200)

export const SetProvider = z.strictObject({
  issuer: z.union([z.literal(''), z.url().max(500)]),
  clientId: z.string().trim().max(200),
  nameClaim: claim,
  emailClaim: claim,
  groupsClaim: claim,
  /** The council says that every address this provider gives belongs to who signs in with it. */
  trustsEmail: z.boolean(),
})
export type SetProvider = z.infer<typeof SetProvider>

export const setProvider = command<SetProvider, null>({
  name: 'sign-in.set-provider',
  input: SetProvider,
  may: 'sign-in.administer',
  decide: (_state, input) => [providerSet({ subjects: [], body: input })],
})

/** Over https, or on this machine; nothing else can be trusted to be who it says. */
export function isIssuer(text: string): boolean {
  if (!/^https?:\/\/[^\s?#]+$/i.test(text)) return false
  return /^https:/i.test(text) || /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?(\/|$)/i.test(text)
}
