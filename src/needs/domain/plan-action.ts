// A dated step of somebody's plan, with an owner or with nobody yet.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { actionPlanned, needChanged } from './events.ts'

export const PlanAction = z.strictObject({
  action: z.uuid(),
  person: z.uuid(),
  need: z.uuid().nullable(),
  what: z.string().trim().min(1).max(500),
  owner: z.uuid().nullable(),
  /** Milliseconds since 1970 UTC. */
  dueAt: z.number().int().min(0).max(4_102_444_800_000),
})
export type PlanAction = z.infer<typeof PlanAction>

export type PlanState = {
  readonly place: Id | null
  /** State of the need it serves; null when there is none, undefined when it is not theirs. */
  readonly need: string | null | undefined
  readonly isOwnerKnown: boolean
  /** Who asks chooses the id: it may have been chosen before. */
  readonly isActionKnown: boolean
  /** Where they live, all is stopped: a step may be planned, for nobody yet. */
  readonly isAllStopped: boolean
}

export const planAction: Command<PlanAction, PlanState> = command({
  name: 'needs.plan-action',
  input: PlanAction,
  may: 'needs.record',
  decide(state, input) {
    const { action, person, need, owner, dueAt, what } = input
    if (state.need === undefined || !state.isOwnerKnown) return refuse('not-found')
    if (state.isActionKnown) return refuse('id-reuse')
    if (state.isAllStopped && owner !== null) return refuse('all-stopped')
    const base = { subjects: [person], place: state.place }
    const planned = actionPlanned({
      ...base,
      body: { action, person, need, owner, dueAt },
      words: { what },
    })
    if (need === null || state.need !== 'open') return decided([planned], { action })
    const begun = needChanged({ ...base, body: { need, state: 'in-progress' } })
    return decided([planned, begun], { action })
  },
})
