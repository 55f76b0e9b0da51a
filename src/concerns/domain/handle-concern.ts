// Somebody of the desk takes a concern, tries a step of the checklist, or ends it with evidence.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { concernEnded, concernTaken, stepRecorded } from './events.ts'
import { endings, stepResults, steps, wordsLettersMax } from './terms.ts'

/** The concern, and the others that are open for the same person since records were joined. */
export type OpenConcerns = {
  readonly person: Id
  readonly place: Id | null
  readonly takenBy: Id | null
  /** False again once danger was told anew. */
  readonly isAnswered: boolean
  /** All that are open, the asked one first; none when it has ended. */
  readonly open: readonly { readonly concern: Id; readonly person: Id }[]
}

export const TakeConcern = z.strictObject({ concern: z.uuid() })
export type TakeConcern = z.infer<typeof TakeConcern>

export const takeConcern: Command<TakeConcern, OpenConcerns> = command({
  name: 'concerns.take-concern',
  input: TakeConcern,
  may: 'concerns.handle',
  decide({ place, takenBy, isAnswered, open }, _input, { actor }) {
    if (open.length === 0 || (takenBy === actor && isAnswered)) return refuse('already-done')
    return open.map(({ concern, person }) =>
      concernTaken({ subjects: [person], place, body: { concern } }),
    )
  },
})

export const RecordStep = z.strictObject({
  concern: z.uuid(),
  step: z.enum(steps),
  result: z.enum(stepResults),
  words: z.string().trim().min(1).max(wordsLettersMax),
})
export type RecordStep = z.infer<typeof RecordStep>

/** A step that was tried is a fact: kept also when the concern ended meanwhile. */
export const recordStep: Command<RecordStep, OpenConcerns> = command({
  name: 'concerns.record-step',
  input: RecordStep,
  may: 'concerns.handle',
  decide({ person, place }, { words, ...body }) {
    return [stepRecorded({ subjects: [person], place, body, words: { words } })]
  },
})

export const EndConcern = z.strictObject({
  concern: z.uuid(),
  ending: z.enum(endings),
  evidence: z.string().trim().min(1).max(wordsLettersMax),
  confirmedBy: z.string().trim().min(1).max(100),
})
export type EndConcern = z.infer<typeof EndConcern>

export const endConcern: Command<EndConcern, OpenConcerns> = command({
  name: 'concerns.end-concern',
  input: EndConcern,
  may: 'concerns.handle',
  decide({ place, open }, { ending, evidence, confirmedBy }) {
    if (open.length === 0) return refuse('already-done')
    const evidenceLetters = evidence.length
    return open.map(({ concern, person }) =>
      concernEnded({
        subjects: [person],
        place,
        body: { concern, ending, evidenceLetters },
        words: { evidence, confirmedBy },
      }),
    )
  },
})
