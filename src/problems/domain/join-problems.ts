// Two problems become one, with one owner and one answer; or are parted, each as it was.
import { z } from 'zod'
import { type Command, command } from '../../events/commands.ts'
import type { Id } from '../../kernel/ids.ts'
import { refuse } from '../../kernel/refusal.ts'
import { problemJoined, problemParted } from './events.ts'
import type { ProblemKind } from './terms.ts'

/** `other` goes into `problem`, or out of it. */
export const TwoProblems = z.strictObject({ problem: z.uuid(), other: z.uuid() })
export type TwoProblems = z.infer<typeof TwoProblems>

type Half = {
  readonly kind: ProblemKind
  readonly joinedInto: Id | null
  readonly isEnded: boolean
}
export type Pair = {
  readonly problem: Half
  readonly other: Half
  /** The nearest place that holds both; null is the whole council. */
  readonly place: Id | null
}

export const joinProblems: Command<TwoProblems, Pair> = command({
  name: 'problems.join-problems',
  input: TwoProblems,
  may: 'problems.answer',
  decide({ problem, other, place }, body) {
    const isOpen = (one: Half) => one.joinedInto === null && !one.isEnded
    if (body.problem === body.other || problem.kind !== other.kind) return refuse('invalid')
    if (!isOpen(problem) || !isOpen(other)) return refuse('already-done')
    return [problemJoined({ subjects: [], place, body })]
  },
})

export const partProblems: Command<TwoProblems, Pair> = command({
  name: 'problems.part-problems',
  input: TwoProblems,
  may: 'problems.answer',
  decide({ other, place }, body) {
    if (other.joinedInto !== body.problem) return refuse('already-done')
    return [problemParted({ subjects: [], place, body })]
  },
})
