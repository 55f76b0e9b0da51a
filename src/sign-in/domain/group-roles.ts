// Which group at the provider means which role, where, and what for?
import { z } from 'zod'
import { roleNames } from '../../access/actor.ts'
import { placeProblem } from '../../access/domain/grant-problems.ts'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { groupRoleAdded, groupRoleRemoved } from './events.ts'

export { placeProblem }

export const AddGroupRole = z.strictObject({
  rule: z.uuid(),
  group: z.string().trim().min(1).max(200),
  role: z.enum(roleNames),
  place: z.uuid().nullable(),
  purpose: z.string().trim().min(1).max(200),
})
export type AddGroupRole = z.infer<typeof AddGroupRole>

export const addGroupRole = command<AddGroupRole, null>({
  name: 'sign-in.add-group-role',
  input: AddGroupRole,
  may: 'sign-in.administer',
  decide(_state, { rule, group, role, place, purpose }) {
    const problem = placeProblem(role, place !== null)
    if (problem) return refuse('invalid', { place: problem })
    return [groupRoleAdded({ subjects: [], place, body: { rule, group, role, purpose } })]
  },
})

export const RemoveGroupRole = z.strictObject({ rule: z.uuid() })
export type RemoveGroupRole = z.infer<typeof RemoveGroupRole>

/** The roles it gave end when each person signs in the next time. */
export const removeGroupRole = command<RemoveGroupRole, { readonly isRemoved: boolean }>({
  name: 'sign-in.remove-group-role',
  input: RemoveGroupRole,
  may: 'sign-in.administer',
  decide(state, { rule }) {
    if (state.isRemoved) return refuse('already-done')
    return [groupRoleRemoved({ subjects: [], body: { rule } })]
  },
})
