// Somebody has a problem in hand, answers it to all who told it, ends it, or opens it again.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { problemAnswered, problemEnded, problemReopened, problemTaken } from './events.ts'
import { problemLettersMax, withins } from './terms.ts'

export type OpenProblem = {
  readonly place: Id
  readonly joinedInto: Id | null
  readonly owner: Id | null
  readonly isAnswered: boolean
  readonly isEnded: boolean
}

/** What was joined into another is decided there. */
const isClosed = ({ joinedInto, isEnded }: OpenProblem) => joinedInto !== null || isEnded

export const TakeProblem = z.strictObject({ problem: z.uuid(), within: z.enum(withins) })
export type TakeProblem = z.infer<typeof TakeProblem>

export const takeProblem: Command<TakeProblem, OpenProblem> = command({
  name: 'problems.take-problem',
  input: TakeProblem,
  may: 'problems.answer',
  decide(state, body, { actor }) {
    if (isClosed(state) || state.isAnswered || state.owner === actor) return refuse('already-done')
    return [problemTaken({ subjects: [], place: state.place, body })]
  },
})

export const AnswerProblem = z.strictObject({
  problem: z.uuid(),
  answer: z.string().trim().min(1).max(problemLettersMax),
})
export type AnswerProblem = z.infer<typeof AnswerProblem>

export const answerProblem: Command<AnswerProblem, OpenProblem> = command({
  name: 'problems.answer-problem',
  input: AnswerProblem,
  may: 'problems.answer',
  decide(state, { problem, answer }, { actor }) {
    if (isClosed(state) || state.isAnswered) return refuse('already-done')
    if (state.owner !== actor) return refuse('not-allowed')
    const { place } = state
    return [problemAnswered({ subjects: [], place, body: { problem }, words: { answer } })]
  },
})

export const OneProblem = z.strictObject({ problem: z.uuid() })
export type OneProblem = z.infer<typeof OneProblem>

/** Nothing ends without an answer to those who told it. */
export const endProblem: Command<OneProblem, OpenProblem> = command({
  name: 'problems.end-problem',
  input: OneProblem,
  may: 'problems.answer',
  decide(state, body) {
    if (isClosed(state) || !state.isAnswered) return refuse('already-done')
    return [problemEnded({ subjects: [], place: state.place, body })]
  },
})

/** Nobody has it then, and an answer is owed again. */
export const reopenProblem: Command<OneProblem, OpenProblem> = command({
  name: 'problems.reopen-problem',
  input: OneProblem,
  may: 'problems.answer',
  decide(state, body) {
    if (state.joinedInto !== null || !state.isAnswered) return refuse('already-done')
    return [problemReopened({ subjects: [], place: state.place, body })]
  },
})
