// A volunteer is stood down: asked for nothing until a moment, or until somebody ends it.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { stoodDown, stoodUp } from './events.ts'
import { standDownReasons } from './terms.ts'

export const StandDown = z.strictObject({
  volunteer: z.uuid(),
  why: z.enum(standDownReasons),
  until: z.number().int().min(0).nullable(),
})
export type StandDown = z.infer<typeof StandDown>

export type Standing = { readonly place: Id; readonly isStoodDown: boolean }

export const standDown: Command<StandDown, Standing> = command({
  name: 'volunteers.stand-down',
  input: StandDown,
  may: 'volunteers.manage',
  decide({ place }, body, { now }) {
    if (body.until !== null && body.until <= now) return refuse('invalid', { until: 'untilWrong' })
    return [stoodDown({ subjects: [], place, body })]
  },
})

export const StandUp = z.strictObject({ volunteer: z.uuid() })
export type StandUp = z.infer<typeof StandUp>

export const standUp: Command<StandUp, Standing> = command({
  name: 'volunteers.stand-up',
  input: StandUp,
  may: 'volunteers.manage',
  decide({ place, isStoodDown }, body) {
    if (!isStoodDown) return refuse('already-done')
    return [stoodUp({ subjects: [], place, body })]
  },
})
