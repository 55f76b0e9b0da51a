// Is there such a place, and may they speak for it? The permission is asked for there.
import type { Load } from '../../events/index.ts'
import { refuse } from '../../kernel/refusal.ts'
import type { SayWorks } from '../domain/say-works.ts'

export const loadPlace: Load<SayWorks, null> = async (tx, { place }, { actor }) => {
  const found = await tx
    .selectFrom('places')
    .select('id')
    .where('council', '=', actor.council)
    .where('id', '=', place)
    .executeTakeFirst()
  return found ? { state: null, place } : refuse('not-found')
}
