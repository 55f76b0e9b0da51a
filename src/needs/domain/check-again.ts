// They need nothing now: the need ends, and on a day somebody asks again. Nobody is forgotten.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { actionPlanned, needChanged } from './events.ts'
import { PlanAction, type PlanState } from './plan-action.ts'

export const CheckAgain = PlanAction.omit({ owner: true, need: true }).extend({ need: z.uuid() })
export type CheckAgain = z.infer<typeof CheckAgain>

export const checkAgain: Command<CheckAgain, PlanState> = command({
  name: 'needs.check-again',
  input: CheckAgain,
  may: 'needs.record',
  decide(state, { action, person, need, what, dueAt }) {
    if (state.need === undefined || state.need === null) return refuse('not-found')
    if (state.isActionKnown) return refuse('id-reuse')
    if (state.need === 'met' || state.need === 'cancelled') return refuse('already-done')
    const base = { subjects: [person], place: state.place }
    const ended = needChanged({ ...base, body: { need, state: 'cancelled' } })
    const body = { action, person, need, owner: null, dueAt }
    return decided([ended, actionPlanned({ ...base, body, words: { what } })], { action })
  },
})
