// When is each asked, so that nobody is worn out: so many a day, and none who was reached lately?
import { dayMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Spread } from './campaign-terms.ts'

export type Spreading = {
  readonly spread: Spread
  /** The first day on which anybody is asked, in milliseconds since 1970 UTC. */
  readonly from: number
  /** When each was last reached, by any campaign. */
  readonly reachedAt: ReadonlyMap<Id, number>
  /** How many are to be asked on each day already, by days since `from`. */
  readonly taken?: ReadonlyMap<number, number>
}

/** In the order given; who must rest waits, and takes the room of a later day. */
export function spreadOut(
  subjects: readonly Id[],
  { spread, from, reachedAt, taken = new Map() }: Spreading,
): ReadonlyMap<Id, number> {
  const room = new Map(taken)
  const restsUntil = (subject: Id) => (reachedAt.get(subject) ?? 0) + spread.restDays * dayMs
  const at = new Map<Id, number>()
  let firstFree = 0
  const isFull = (day: number) => (room.get(day) ?? 0) >= spread.perDay
  for (const subject of subjects) {
    while (isFull(firstFree)) firstFree += 1
    let day = Math.max(firstFree, Math.ceil((restsUntil(subject) - from) / dayMs))
    while (isFull(day)) day += 1
    room.set(day, (room.get(day) ?? 0) + 1)
    at.set(subject, from + day * dayMs)
  }
  return at
}
