// What happens in oversight: records opened in an emergency, questions about looks, settings.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { emergencyReasons } from './look-purposes.ts'
import { ruleNames } from './rules/terms.ts'
import { answers } from './terms.ts'

const id = z.uuid()

/** `persons` are all records that stand for whoever it was opened for. */
export const recordOpened = eventKind({
  kind: 'oversight.RecordOpened',
  version: 1,
  body: z.strictObject({
    opening: id,
    user: id,
    extent: z.enum(['person', 'address']),
    persons: z.array(id),
    reason: z.enum(emergencyReasons),
    /** Milliseconds since 1970 UTC. */
    until: z.number(),
    reviewDue: z.number(),
    hadSecondFactor: z.boolean(),
  }),
  words: z.strictObject({ why: z.string() }),
})

/** What was asked for fitted nobody, or more than one. */
export const openingTried = eventKind({
  kind: 'oversight.OpeningTried',
  version: 1,
  body: z.strictObject({ attempt: id, user: id, reason: z.enum(emergencyReasons) }),
  words: z.strictObject({ why: z.string() }),
})

export const openingEnded = eventKind({
  kind: 'oversight.OpeningEnded',
  version: 1,
  body: z.strictObject({ opening: id }),
})

export const openingReviewed = eventKind({
  kind: 'oversight.OpeningReviewed',
  version: 1,
  body: z.strictObject({ opening: id, finding: z.enum(['in-order', 'not-in-order']) }),
  words: z.strictObject({ note: z.string() }),
})

export const questionRaised = eventKind({
  kind: 'oversight.QuestionRaised',
  version: 1,
  body: z.strictObject({
    question: id,
    rule: z.enum(ruleNames),
    /** Whose looks they are. */
    about: id,
    /** `YYYY-MM-DD` in London. */
    day: z.string(),
    looks: z.array(id),
  }),
})

/** More looks of the same kind on the same day, while the question is open. */
export const questionGrew = eventKind({
  kind: 'oversight.QuestionGrew',
  version: 1,
  body: z.strictObject({ question: id, rule: z.enum(ruleNames), looks: z.array(id) }),
})

export const questionDecided = eventKind({
  kind: 'oversight.QuestionDecided',
  version: 1,
  body: z.strictObject({ question: id, answer: z.enum(answers) }),
  words: z.strictObject({ note: z.string() }),
})

export const staffHomeSet = eventKind({
  kind: 'oversight.StaffHomeSet',
  version: 1,
  body: z.strictObject({ user: id }),
  words: z.strictObject({ postcode: z.string() }),
})

export const reportNamesSet = eventKind({
  kind: 'oversight.ReportNamesSet',
  version: 1,
  body: z.strictObject({ namesStaff: z.boolean() }),
})
