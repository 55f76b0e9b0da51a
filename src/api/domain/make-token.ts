// Another system is let in: under a name, with a role at a place, for a purpose, until a day.
import { z } from 'zod'
import { isOutside, roleNames } from '../../access/actor.ts'
import { grantGiven, userAdded } from '../../access/domain/events.ts'
import { command, decided } from '../../events/commands.ts'
import { dayMs } from '../../kernel/clock.ts'
import { refuse } from '../../kernel/refusal.ts'
import { tokenEnded, tokenMade } from './events.ts'

export const daysMax = 400

export const MakeToken = z.strictObject({
  token: z.uuid(),
  name: z.string().trim().min(1).max(200),
  role: z.enum(roleNames),
  place: z.uuid().nullable(),
  purpose: z.string().trim().min(1).max(200),
  days: z.number().int().min(1).max(daysMax),
  permissions: z
    .array(z.string().regex(/^[a-z-]+\.[a-z-]+$/))
    .min(1)
    .max(50),
})
export type MakeToken = Readonly<z.infer<typeof MakeToken>>

/** `offered` are the permissions of this role that the interface asks for anywhere. */
export type TokenAsk = { readonly offered: readonly string[] }

export const makeToken = command<MakeToken, TokenAsk>({
  name: 'api.make-token',
  input: MakeToken,
  may: 'access.administer',
  decide({ offered }, input, { now, newId }) {
    const { token, name, place, role, purpose, permissions } = input
    // Nothing leaves by people from outside: no system takes what they may only look at.
    if (isOutside(role)) return refuse('invalid', { role: 'roleMissing' })
    if (permissions.some(one => !offered.includes(one))) {
      return refuse('invalid', { permissions: 'not-of-role' })
    }
    const user = newId()
    const until = now + input.days * dayMs
    const source = 'administrator' as const
    const grant = { grant: newId(), user, role, purpose, from: now, until, source }
    return decided(
      [
        userAdded({ subjects: [user], body: { user }, words: { name, email: null } }),
        grantGiven({ subjects: [user], place, body: grant }),
        tokenMade({ subjects: [user], body: { token, user, permissions, until } }),
      ],
      { user, until },
    )
  },
})

export const EndToken = z.strictObject({ token: z.uuid() })

export const endToken = command<z.infer<typeof EndToken>, { readonly isEnded: boolean }>({
  name: 'api.end-token',
  input: EndToken,
  may: 'access.administer',
  decide({ isEnded }, { token }) {
    return isEnded ? refuse('already-done') : [tokenEnded({ subjects: [], body: { token } })]
  },
})
