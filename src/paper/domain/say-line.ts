// What stood on a line that is no attempt: a register, a shopping trip, or what another typed, too.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { lineSaid } from './events.ts'
import { saidBecause } from './terms.ts'

const wordsLengthMax = 4_000
const penceMax = 999_999

export const SayLine = z.strictObject({
  said: z.uuid(),
  line: z.uuid(),
  why: z.enum(saidBecause),
  outcome: z.string().max(40).nullable(),
  triedAt: z.number().int().min(0).max(4_102_444_800_000).nullable(),
  totalPence: z.number().int().min(0).max(penceMax).nullable(),
  text: z.string().max(wordsLengthMax),
})
export type SayLine = z.infer<typeof SayLine>

export type LineNow = {
  readonly sheet: Id
  readonly person: Id | null
  readonly place: Id | null
  /** The same words by the same person, from a form that was sent twice. */
  readonly isSaid: boolean
}

export const sayLine: Command<SayLine, LineNow> = command({
  name: 'paper.say-line',
  input: SayLine,
  may: 'paper.type',
  decide({ sheet, person, place, isSaid }, input, { now }) {
    if (isSaid) return refuse('already-done')
    const { text, ...body } = input
    return [
      lineSaid({
        subjects: person === null ? [] : [person],
        place,
        happenedAt: Math.min(input.triedAt ?? now, now),
        body: { ...body, sheet },
        ...(text === '' ? {} : { words: { text } }),
      }),
    ]
  },
})
