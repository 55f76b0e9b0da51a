// A volunteer keeps a round as it was proposed: from then on its times stay, whatever comes in.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { roundKept, stopsMax } from './events.ts'

export const KeepRound = z.strictObject({
  volunteer: z.uuid(),
  stops: z
    .array(z.strictObject({ job: z.uuid(), at: z.number().int().min(0) }))
    .min(1)
    .max(stopsMax),
})
export type KeepRound = z.infer<typeof KeepRound>

export type Keeping = {
  readonly place: Id
  readonly held: readonly Id[]
  /** Whoever acts is this volunteer. */
  readonly isOwn: boolean
}

export const keepRound: Command<KeepRound, Keeping> = command({
  name: 'rounds.keep-round',
  input: KeepRound,
  may: 'rounds.walk',
  decide(state, input) {
    return state.isOwn ? keep(state, input) : refuse('not-found')
  },
})

/** Whoever plans it for somebody without the app. */
export const keepRoundFor: Command<KeepRound, Keeping> = command({
  name: 'rounds.keep-round-for',
  input: KeepRound,
  may: 'rounds.plan',
  decide: keep,
})

function keep({ place, held }: Keeping, body: KeepRound) {
  if (body.stops.some(({ job }) => !held.includes(job))) return refuse('not-held')
  return [roundKept({ subjects: [], place, body })]
}
