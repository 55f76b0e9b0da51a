// Somebody's words are taken out of the register for good. The figures stay.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { erased } from './events.ts'

export const ErasePerson = z.strictObject({ person: z.uuid() })
export type ErasePerson = z.infer<typeof ErasePerson>

/** Every record of the person: those that were joined hold words of the same human being. */
export type EraseState = {
  readonly records: readonly Id[]
  readonly place: Id | null
  readonly isErased: boolean
}

export const erasePerson = command<ErasePerson, EraseState>({
  name: 'people.erase-person',
  input: ErasePerson,
  may: 'people.erase',
  decide({ records, place, isErased }) {
    if (isErased) return refuse('already-done')
    return [erased({ subjects: [...records], place, body: {} })]
  },
})
