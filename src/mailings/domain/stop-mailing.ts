// A mailing is stopped: what has not gone out does not go out any more.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { mailingStopped } from './events.ts'

export const StopMailing = z.strictObject({ mailing: z.uuid() })
export type StopMailing = z.infer<typeof StopMailing>

export type StopState = { readonly place: Id | null; readonly isOver: boolean }

export const stopMailing: Command<StopMailing, StopState> = command({
  name: 'mailings.stop',
  input: StopMailing,
  may: 'mailings.send',
  decide({ place, isOver }, { mailing }) {
    if (isOver) return refuse('already-done')
    return [mailingStopped({ subjects: [], place, body: { mailing } })]
  },
})
