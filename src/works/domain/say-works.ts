// Somebody says what works in a place now; what they leave as it was is not said again.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { dayMs } from '../../kernel/clock.ts'
import { refuse } from '../../kernel/refusal.ts'
import { serviceSaid } from './events.ts'
import { services, workings } from './terms.ts'

/** Nobody knows longer ahead than that. */
export const hoursMax = 14 * 24

export const SayWorks = z.strictObject({
  place: z.uuid(),
  said: z
    .array(z.strictObject({ service: z.enum(services), state: z.enum(workings) }))
    .min(1)
    .max(services.length),
  /** Milliseconds since 1970 UTC; null: until somebody says otherwise. */
  until: z.number().int().min(0).nullable(),
})
export type SayWorks = z.infer<typeof SayWorks>

export const sayWorks: Command<SayWorks, null> = command({
  name: 'works.say',
  input: SayWorks,
  may: 'works.say',
  decide(_state, { place, said, until }, { now }) {
    if (until !== null && (until <= now || until > now + 14 * dayMs)) return refuse('invalid')
    const events = said.map(({ service, state }) =>
      serviceSaid({ subjects: [], place, body: { place, service, state, until } }),
    )
    return decided(events, { said: said.length })
  },
})
