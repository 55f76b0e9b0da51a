// Somebody takes a place, gives it to somebody, or lays it down.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { ownerNamed } from './events.ts'

export const NameOwner = z.strictObject({
  place: z.uuid(),
  owner: z.uuid().nullable(),
  /** Whom the page showed; if another took it meanwhile, the intention is refused. */
  instead: z.uuid().nullable(),
})
export type NameOwner = z.infer<typeof NameOwner>

export type OwnerState = { readonly owner: Id | null; readonly isPerson: boolean }

export const nameOwner = command<NameOwner, OwnerState>({
  name: 'places.name-owner',
  input: NameOwner,
  may: 'places.organise',
  decide(state, { place, owner, instead }) {
    if (!state.isPerson) return refuse('not-found')
    if (state.owner === owner) return refuse('already-done')
    if (state.owner !== instead) return refuse('already-taken')
    return [ownerNamed({ subjects: owner ? [owner] : [], place, body: { owner } })]
  },
})
