// A person is let in, with a role at a place for a purpose.
import { z } from 'zod'
import { command, decided } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { roleNames } from '../actor.ts'
import { grantGiven, userAdded } from './events.ts'
import { reasonLettersMax } from './give-grant.ts'
import { termProblem } from './grant-problems.ts'

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
        from: z.number().nullable().optional(),
        until: z.number().nullable(),
        reason: z.string().trim().min(1).max(reasonLettersMax).optional(),
      }),
    )
    .max(20),
})
export type AddUser = z.infer<typeof AddUser>

export const addUser = command<AddUser, null>({
  name: 'access.add-user',
  input: AddUser,
  may: 'access.administer',
  decide(_state, input, { now, actor, newId }) {
    const { user, name, email } = input
    if (user === actor) return refuse('to-oneself')
    const wrong = input.grants.map(({ from, until }) =>
      termProblem({ from: from ?? now, until }, now),
    )
    const problem = wrong.find(Boolean)
    if (problem) return refuse(problem)
    const added = userAdded({ subjects: [user], body: { user }, words: { name, email } })
    const given = input.grants.map(({ place, role, purpose, from, until, reason }) =>
      grantGiven({
        subjects: [user],
        place,
        body: {
          ...{ grant: newId(), user, role, purpose, from: from ?? now, until },
          source: 'administrator' as const,
        },
        ...(reason ? { words: { reason } } : {}),
      }),
    )
    return decided([added, ...given], { user })
  },
})
