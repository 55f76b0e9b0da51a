// A person is let in, with a role at a place for a purpose.
import { z } from 'zod'
import { command, decided } from '../../events/commands.ts'
import { roleNames } from '../actor.ts'
import { grantGiven, userAdded } from './events.ts'

export const AddUser = z.strictObject({
  user: z.uuid(),
  name: z.string().trim().min(1).max(200),
  email: z.email().max(254).nullable(),
  grants: z
    .array(
      z.strictObject({
        role: z.enum(roleNames),
        place: z.uuid().nullable(),
        purpose: z.string().trim().min(1).max(200),
        until: z.number().nullable(),
      }),
    )
    .max(20),
})
export type AddUser = z.infer<typeof AddUser>

export const addUser = command<AddUser, null>({
  name: 'access.add-user',
  input: AddUser,
  may: 'access.administer',
  decide(_state, input, { now, newId }) {
    const { user, name, email } = input
    const added = userAdded({ subjects: [user], body: { user }, words: { name, email } })
    const given = input.grants.map(({ place, role, purpose, until }) =>
      grantGiven({
        subjects: [user],
        place,
        body: { grant: newId(), user, role, purpose, from: now, until },
      }),
    )
    return decided([added, ...given], { user })
  },
})
