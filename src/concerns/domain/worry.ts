// What is a worry as an event? One way for whoever tells it: a person, a pack's word, a parting.
import type { Draft } from '../../events/kinds.ts'
import { type ConcernRule, type Severity, usualConcernRule } from '../../hazards/domain/index.ts'
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { worryTold } from './events.ts'
import type { Cause } from './terms.ts'

export type Worry = {
  readonly worry: Id
  readonly person: Id
  readonly place: Id | null
  readonly cause: Cause
  readonly attempt?: Id
  readonly isDanger: boolean
  readonly words: string
}

type When = { readonly now: number; readonly happenedAt?: number; readonly rule?: ConcernRule }

/** The clock runs from when we learn of it, however late that is. */
export function worryDraft(
  worry: Worry,
  { now, happenedAt, rule = usualConcernRule }: When,
): Draft {
  const { place, words, attempt, ...body } = worry
  return worryTold({
    subjects: [worry.person],
    place,
    ...(happenedAt === undefined ? {} : { happenedAt }),
    body: { ...body, attempt: attempt ?? null, ...clockOf(rule, severityOf(worry), now) },
    ...(words.trim() === '' ? {} : { words: { words: words.trim() } }),
  })
}

export function severityOf({ cause, isDanger }: Pick<Worry, 'cause' | 'isDanger'>): Severity {
  if (isDanger) return 'danger'
  return cause === 'no-answer' ? 'no-answer' : 'worry'
}

export function clockOf({ clocks }: ConcernRule, severity: Severity, now: number) {
  const { answerMinutes, endMinutes } = clocks[severity]
  return { answerBy: now + answerMinutes * minuteMs, endBy: now + endMinutes * minuteMs }
}
