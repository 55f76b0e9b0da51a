// Somebody takes an action, or says how it ended.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { actionFinished, actionResults, actionTaken } from './events.ts'

export type ActionState = {
  readonly person: Id
  readonly place: Id | null
  readonly owner: Id | null
  readonly state: string
  /** Where they live, all is stopped. */
  readonly isAllStopped: boolean
}

export const TakeAction = z.strictObject({ action: z.uuid() })
export type TakeAction = z.infer<typeof TakeAction>

export const takeAction: Command<TakeAction, ActionState> = command({
  name: 'needs.take-action',
  input: TakeAction,
  may: 'needs.record',
  decide(state, { action }, { actor }) {
    if (state.state !== 'open') return refuse('already-done')
    if (state.owner !== null) return refuse('already-taken')
    if (state.isAllStopped) return refuse('all-stopped')
    const { person, place } = state
    return [actionTaken({ subjects: [person], place, body: { action, owner: actor } })]
  },
})

export const FinishAction = z.strictObject({ action: z.uuid(), result: z.enum(actionResults) })
export type FinishAction = z.infer<typeof FinishAction>

export const finishAction: Command<FinishAction, ActionState> = command({
  name: 'needs.finish-action',
  input: FinishAction,
  may: 'needs.record',
  decide(state, { action, result }) {
    if (state.state !== 'open') return refuse('already-done')
    const { person, place } = state
    return [actionFinished({ subjects: [person], place, body: { action, result } })]
  },
})
