// A need moves on: in progress, blocked, met, or no longer wanted.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { needChanged, needStates } from './events.ts'

export const ChangeNeed = z.strictObject({ need: z.uuid(), state: z.enum(needStates) })
export type ChangeNeed = z.infer<typeof ChangeNeed>

export type NeedNow = { readonly person: Id; readonly place: Id | null; readonly state: string }

export const changeNeed: Command<ChangeNeed, NeedNow> = command({
  name: 'needs.change-need',
  input: ChangeNeed,
  may: 'needs.record',
  decide(now, { need, state }) {
    if (now.state === state) return refuse('already-done')
    return [needChanged({ subjects: [now.person], place: now.place, body: { need, state } })]
  },
})
