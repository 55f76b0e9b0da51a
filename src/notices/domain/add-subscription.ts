// Another system is told from now on what happens: where, what, in which role and for what.
import { z } from 'zod'
import { roleNames } from '../../access/actor.ts'
import { grantGiven, userAdded } from '../../access/domain/events.ts'
import { command, decided } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { addressLengthMax, addressProblem, type DestinationRules } from './destination.ts'
import { subscriptionAdded } from './events.ts'

/** What a subscription reads under; its role must hold it. */
export const readPermission = 'events.read'
const kindsMax = 100

export const AddSubscription = z.strictObject({
  subscription: z.uuid(),
  name: z.string().trim().min(1).max(200),
  address: z.string().min(1).max(addressLengthMax),
  role: z.enum(roleNames),
  place: z.uuid().nullable(),
  purpose: z.string().trim().min(1).max(200),
  /** Whole kinds such as `people.PersonAdded`, or all of a capability: `people.*`. */
  kinds: z.array(z.string().max(100)).min(1).max(kindsMax),
})
export type AddSubscription = Readonly<z.infer<typeof AddSubscription>>

export type AddState = {
  readonly rules: DestinationRules
  readonly knownKinds: readonly string[]
  readonly roles: readonly string[]
}

export const addSubscription = command<AddSubscription, AddState>({
  name: 'notices.add-subscription',
  input: AddSubscription,
  may: 'notices.administer',
  decide({ rules, knownKinds, roles }, input, { now, newId }) {
    const { subscription, name, address, role, place, purpose, kinds } = input
    const wrong = addressProblem(address, rules)
    if (wrong) return refuse('invalid', { address: wrong })
    if (!roles.includes(role)) return refuse('invalid', { role: 'not-of-role' })
    const strange = kinds.find(kind => !isKnown(kind, knownKinds))
    if (strange !== undefined) return refuse('invalid', { kinds: strange })
    const user = newId()
    const grant = {
      grant: newId(),
      user,
      role,
      purpose,
      from: now,
      until: null,
      source: 'administrator' as const,
    }
    const body = { subscription, user, kinds: [...new Set(kinds)] }
    const subjects = [user]
    return decided(
      [
        userAdded({ subjects, body: { user }, words: { name, email: null } }),
        grantGiven({ subjects, place, body: grant }),
        subscriptionAdded({ subjects, body, words: { address } }),
      ],
      { user },
    )
  },
})

function isKnown(kind: string, known: readonly string[]): boolean {
  if (!kind.endsWith('.*')) return known.includes(kind)
  return known.some(one => one.startsWith(kind.slice(0, -1)))
}
