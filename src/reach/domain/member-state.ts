// Where does a member stand after an attempt, and where at a given moment?
import type { CoreOutcome } from '../../hazards/domain/index.ts'
import { meanings } from './outcomes.ts'
import type { Bucket, Excuse } from './terms.ts'

/** Times in milliseconds since 1970 UTC. `until` null: being reached, or out, does not run out. */
export type Standing = {
  readonly state: Bucket
  readonly reason: Excuse | null
  readonly until: number | null
}

export const untried: Standing = { state: 'untried', reason: null, until: null }

/** Being reached, or away, runs out by itself: no write is needed for it. */
export function standingAt(standing: Standing, now: number): Standing {
  return standing.until !== null && standing.until <= now ? untried : standing
}

/**
 * Where an attempt leaves a member. Speaking to somebody outranks an unanswered call recorded
 * later; a report of a death outranks everything until an officer says otherwise. Whoever is out
 * for good is not away as well: they would come back on a day.
 */
export function standingAfter(
  before: Standing,
  outcome: CoreOutcome,
  until: number | null,
): Standing {
  const { bucket, excuse } = meanings[outcome]
  if (bucket === null) return before
  if (excuse === 'away') {
    const isOut = before.state === 'excused' && before.reason !== 'away'
    return isOut ? before : { state: 'excused', reason: 'away', until }
  }
  if (bucket === 'excused') return { state: 'excused', reason: excuse ?? null, until: null }
  if (before.state === 'excused' && !mayAnswer.includes(before.reason)) return before
  if (bucket === 'reached') return { state: 'reached', reason: null, until }
  return before.state === 'untried' ? { state: 'tried', reason: null, until: null } : before
}

/** Out of the count by what was tried: speaking to them brings them back. */
const mayAnswer: readonly (Excuse | null)[] = ['said-no', 'away', 'empty']

export type Safety = 'safe-now' | 'at-risk' | 'not-known'

/** For rounds in which being reached runs out: the last two hours are at risk. */
export function safetyOf(standing: Standing, now: number, warnMs: number): Safety {
  if (standing.state !== 'reached') return 'not-known'
  if (standing.until === null) return 'safe-now'
  if (standing.until <= now) return 'not-known'
  return standing.until - now <= warnMs ? 'at-risk' : 'safe-now'
}
