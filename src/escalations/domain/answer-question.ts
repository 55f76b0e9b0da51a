// Whoever answers at its level takes a question, answers it, or passes it up; late, it climbs.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { climbsNow } from './clock.ts'
import { questionAnswered, questionClimbed, questionTaken } from './events.ts'
import { above, decisions, type Level, questionLettersMax, rankOf, type Urgency } from './terms.ts'

export type OpenQuestion = {
  readonly place: Id | null
  /** Whose record it is about; none for a place. */
  readonly person: Id | null
  readonly level: Level
  readonly urgency: Urgency
  readonly since: number
  readonly askedBy: Id
  readonly takenBy: Id | null
  readonly isAnswered: boolean
  /** The highest at which the actor answers there; null for nobody of these. */
  readonly actorLevel: Level | null
}

const about = ({ person, place }: OpenQuestion) => ({ subjects: person ? [person] : [], place })

/** Nobody answers what they asked themselves, or what has climbed above them. */
function mayAnswer({ level, askedBy, actorLevel }: OpenQuestion, actor: Id): boolean {
  return actorLevel !== null && rankOf(actorLevel) >= rankOf(level) && askedBy !== actor
}

export const TakeQuestion = z.strictObject({ escalation: z.uuid() })
export type TakeQuestion = z.infer<typeof TakeQuestion>

export const takeQuestion: Command<TakeQuestion, OpenQuestion> = command({
  name: 'escalations.take-question',
  input: TakeQuestion,
  may: 'escalations.answer',
  decide(state, body, { actor }) {
    if (!mayAnswer(state, actor)) return refuse('not-allowed')
    if (state.isAnswered || state.takenBy === actor) return refuse('already-done')
    return [questionTaken({ ...about(state), body })]
  },
})

export const AnswerQuestion = z.strictObject({
  escalation: z.uuid(),
  decision: z.enum(decisions),
  answer: z.string().trim().min(1).max(questionLettersMax),
})
export type AnswerQuestion = z.infer<typeof AnswerQuestion>

export const answerQuestion: Command<AnswerQuestion, OpenQuestion> = command({
  name: 'escalations.answer-question',
  input: AnswerQuestion,
  may: 'escalations.answer',
  decide(state, { escalation, decision, answer }, { actor }) {
    if (!mayAnswer(state, actor)) return refuse('not-allowed')
    if (state.isAnswered) return refuse('already-done')
    const body = { escalation, decision, level: state.actorLevel ?? state.level }
    return [questionAnswered({ ...about(state), body, words: { answer } })]
  },
})

export const ClimbQuestion = z.strictObject({
  escalation: z.uuid(),
  /** Where it was seen: it climbs from there once. */
  from: z.enum(['councillor', 'officer']),
  isByHand: z.boolean(),
})
export type ClimbQuestion = z.infer<typeof ClimbQuestion>

export const climbQuestion: Command<ClimbQuestion, OpenQuestion> = command({
  name: 'escalations.climb-question',
  input: ClimbQuestion,
  may: 'escalations.answer',
  decide(state, { escalation, from, isByHand }, { actor, now }) {
    const to = above(from)
    if (state.isAnswered || state.level !== from || !to) return refuse('already-done')
    if (isByHand && !mayAnswer(state, actor)) return refuse('not-allowed')
    const clock = { ...state, isTaken: state.takenBy !== null }
    const why = isByHand ? 'passed-up' : climbsNow(clock, now)
    if (!why) return refuse('already-done')
    const event = questionClimbed({ ...about(state), body: { escalation, from, to, why } })
    return decided([event], { to })
  },
})
