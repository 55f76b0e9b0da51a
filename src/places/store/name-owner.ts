// Who has this place now, and is the new owner somebody we know?
import type { Load } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { NameOwner, OwnerState } from '../domain/name-owner.ts'

export const loadOwner: Load<NameOwner, OwnerState> = async (tx, { place, owner }, { actor }) => {
  const found = await tx
    .selectFrom('places')
    .select('id')
    .where('council', '=', actor.council)
    .where('id', '=', place)
    .forUpdate()
    .executeTakeFirst()
  if (!found) return refuse('not-found')
  const has = await tx
    .selectFrom('place_owners')
    .select('user_id')
    .where('council', '=', actor.council)
    .where('place', '=', place)
    .executeTakeFirst()
  const person = await tx
    .selectFrom('users')
    .select('id')
    .where('council', '=', actor.council)
    .where('id', '=', owner)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  const isPerson = owner === null || person !== undefined
  return { state: { owner: has?.user_id ?? null, isPerson }, place }
}
