// What happens to a question that is passed up: asked, taken, climbed, answered; who is director.
import { z } from 'zod'
import { eventKind } from '../../events/kinds.ts'
import { climbReasons, decisions, levels, subjectKinds, urgencies } from './terms.ts'

export const questionAsked = eventKind({
  kind: 'escalations.QuestionAsked',
  version: 1,
  body: z.strictObject({
    escalation: z.uuid(),
    kind: z.enum(subjectKinds),
    about: z.uuid(),
    urgency: z.enum(urgencies),
    level: z.enum(levels),
  }),
  words: z.strictObject({ question: z.string() }),
})

export const questionTaken = eventKind({
  kind: 'escalations.QuestionTaken',
  version: 1,
  body: z.strictObject({ escalation: z.uuid() }),
})

export const questionClimbed = eventKind({
  kind: 'escalations.QuestionClimbed',
  version: 1,
  body: z.strictObject({
    escalation: z.uuid(),
    from: z.enum(levels),
    to: z.enum(levels),
    why: z.enum(climbReasons),
  }),
})

export const questionAnswered = eventKind({
  kind: 'escalations.QuestionAnswered',
  version: 1,
  body: z.strictObject({
    escalation: z.uuid(),
    decision: z.enum(decisions),
    level: z.enum(levels),
  }),
  words: z.strictObject({ answer: z.string() }),
})

export const directorSet = eventKind({
  kind: 'escalations.DirectorSet',
  version: 1,
  body: z.strictObject({ director: z.uuid(), deputy: z.uuid() }),
  /** Rings outside office hours. */
  words: z.strictObject({ number: z.string() }),
})
