// What happens to a welfare concern: a worry is told, somebody takes it, steps are tried, it ends.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { causes, endings, stepResults, steps } from './terms.ts'

/**
 * Begins a concern, or adds to the one that is open for this person: there is never a second. The
 * rule of the day stays with the event: times in milliseconds since 1970 UTC.
 */
export const worryTold = eventKind({
  kind: 'concerns.WorryTold',
  version: 1,
  body: z.strictObject({
    worry: z.uuid(),
    person: z.uuid(),
    cause: z.enum(causes),
    /** The attempt in which it was heard. */
    attempt: z.uuid().nullable(),
    isDanger: z.boolean(),
    /** By then somebody has it in hand; by then it is ended. */
    answerBy: z.number(),
    endBy: z.number(),
  }),
  words: z.strictObject({ words: z.string() }),
})

export const concernTaken = eventKind({
  kind: 'concerns.ConcernTaken',
  version: 1,
  body: z.strictObject({ concern: z.uuid() }),
})

export const stepRecorded = eventKind({
  kind: 'concerns.StepRecorded',
  version: 1,
  body: z.strictObject({
    concern: z.uuid(),
    step: z.enum(steps),
    result: z.enum(stepResults),
  }),
  words: z.strictObject({ words: z.string() }),
})

export const concernEnded = eventKind({
  kind: 'concerns.ConcernEnded',
  version: 1,
  body: z.strictObject({
    concern: z.uuid(),
    ending: z.enum(endings),
    /** How much evidence was written: the words themselves can be erased. */
    evidenceLetters: z.number().int().min(1),
  }),
  /** What was seen or heard, and who confirmed it. */
  words: z.strictObject({ evidence: z.string(), confirmedBy: z.string() }),
})

export const deskSet = eventKind({
  kind: 'concerns.DeskSet',
  version: 1,
  body: z.strictObject({
    owner: z.uuid(),
    deputy: z.uuid(),
    /** Minutes since midnight in London, and days of the week from Monday, 1. */
    opens: z.number(),
    closes: z.number(),
    days: z.array(z.number()),
  }),
  words: z.strictObject({ number: z.string() }),
})
