// What happens to a problem: told, joined, parted, taken, answered, ended, opened again.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { problemKinds, withins } from './terms.ts'

const one = z.strictObject({ problem: z.uuid() })
/** `other` is the one that goes into the first, or out of it. */
const two = z.strictObject({ problem: z.uuid(), other: z.uuid() })

export const problemTold = eventKind({
  kind: 'problems.ProblemTold',
  version: 1,
  body: z.strictObject({ problem: z.uuid(), kind: z.enum(problemKinds) }),
  words: z.strictObject({ words: z.string() }),
})

export const problemJoined = eventKind({ kind: 'problems.ProblemJoined', version: 1, body: two })

export const problemParted = eventKind({ kind: 'problems.ProblemParted', version: 1, body: two })

export const problemTaken = eventKind({
  kind: 'problems.ProblemTaken',
  version: 1,
  body: z.strictObject({ problem: z.uuid(), within: z.enum(withins) }),
})

export const problemAnswered = eventKind({
  kind: 'problems.ProblemAnswered',
  version: 1,
  body: one,
  words: z.strictObject({ answer: z.string() }),
})

export const problemEnded = eventKind({ kind: 'problems.ProblemEnded', version: 1, body: one })

export const problemReopened = eventKind({
  kind: 'problems.ProblemReopened',
  version: 1,
  body: one,
})
