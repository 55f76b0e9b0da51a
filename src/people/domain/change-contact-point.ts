// A number turns out to work, to be wrong, or is not to be used any more.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { contactPointChanged } from './events.ts'
import { type ContactState, contactStates } from './terms.ts'

export const ChangeContactPoint = z.strictObject({
  contactPoint: z.uuid(),
  state: z.enum(contactStates),
  /** Milliseconds since 1970 UTC. */
  workedAt: z.number().nullable(),
})
export type ChangeContactPoint = z.infer<typeof ChangeContactPoint>

/** Every place where the same person has the same number: a merge can bring it twice. */
export type SamePoints = {
  readonly place: Id | null
  readonly person: Id
  readonly points: readonly { readonly id: Id; readonly state: ContactState }[]
}

function changed(state: SamePoints, { state: to, workedAt }: ChangeContactPoint) {
  return state.points.map(({ id }) =>
    contactPointChanged({
      subjects: [state.person],
      place: state.place,
      body: {
        person: state.person,
        contactPoint: id,
        state: to,
        ...(workedAt === null ? {} : { workedAt }),
      },
    }),
  )
}

export const changeContactPoint = command<ChangeContactPoint, SamePoints>({
  name: 'people.change-contact-point',
  input: ChangeContactPoint,
  may: 'people.report',
  decide(state, input) {
    const isBarred = state.points.some(point => point.state === 'barred')
    if (isBarred && input.state !== 'barred') return refuse('stopped')
    return changed(state, input)
  },
})

/** They asked us not to use it; only an officer may let it be used again. */
export const unbarContactPoint = command<ChangeContactPoint, SamePoints>({
  name: 'people.unbar-contact-point',
  input: ChangeContactPoint,
  may: 'people.confirm',
  decide: (state, input) => changed(state, input),
})
