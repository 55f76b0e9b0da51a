// Somebody passes up what they cannot decide: it begins one level above them.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { questionAsked } from './events.ts'
import { above, type Level, questionLettersMax, subjectKinds, urgencies } from './terms.ts'

export const AskQuestion = z.strictObject({
  escalation: z.uuid(),
  kind: z.enum(subjectKinds),
  about: z.uuid(),
  urgency: z.enum(urgencies),
  question: z.string().trim().min(1).max(questionLettersMax),
})
export type AskQuestion = z.infer<typeof AskQuestion>

export type Asking = {
  readonly place: Id | null
  readonly isKnown: boolean
  /** The highest at which the asker answers themselves there; null is below all. */
  readonly askerLevel: Level | null
  /** Some councillor answers for this place. */
  readonly hasCouncillor: boolean
}

export const askQuestion: Command<AskQuestion, Asking> = command({
  name: 'escalations.ask-question',
  input: AskQuestion,
  may: 'escalations.ask',
  decide(state, { question, ...input }) {
    if (state.isKnown) return refuse('already-done')
    const level = firstLevel(state)
    const subjects = input.kind === 'person' ? [input.about] : []
    const body = { ...input, level }
    const event = questionAsked({ subjects, place: state.place, body, words: { question } })
    return decided([event], { level })
  },
})

export function firstLevel({ askerLevel, hasCouncillor }: Asking): Level {
  if (askerLevel === null) return hasCouncillor ? 'councillor' : 'officer'
  return above(askerLevel) ?? 'director'
}
