// Before an election a council may say: officers only. Councillors' grants rest meanwhile.
import { z } from 'zod'
import { command } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { termProblem } from './grant-problems.ts'
import { quietPeriodSet } from './pause-events.ts'

export const SetQuietPeriod = z.strictObject({
  /** Both null: there is none. */
  from: z.number().nullable(),
  until: z.number().nullable(),
})
export type SetQuietPeriod = z.infer<typeof SetQuietPeriod>

export const setQuietPeriod = command<SetQuietPeriod, null>({
  name: 'access.set-quiet-period',
  input: SetQuietPeriod,
  may: 'access.administer',
  decide(_state, { from, until }, { now }) {
    if ((from === null) !== (until === null)) return refuse('invalid', { until: 'untilMissing' })
    const term = from === null ? undefined : termProblem({ from, until }, now)
    if (term) return refuse(term)
    return [quietPeriodSet({ subjects: [], body: { from, until } })]
  },
})
