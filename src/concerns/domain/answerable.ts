// Who answers for a concern at this moment? From the clock alone: no job has to run for it.
import { minuteMs } from '../../kernel/clock.ts'
import type { Id } from '../../kernel/ids.ts'
import { londonDate, londonMinutes } from '../../kernel/london.ts'

export type Desk = {
  /** Null when they can no longer sign in or handle concerns. */
  readonly owner: Id | null
  readonly deputy: Id | null
  readonly opens: number
  readonly closes: number
  readonly days: readonly number[]
}

/** `hub`: nobody set a desk, so every hub manager answers. `officers`: it climbed to the top. */
export type Level = 'taker' | 'owner' | 'deputy' | 'hub' | 'officers'
export type Answerable = {
  readonly level: Level
  readonly user: Id | null
  readonly isLate: boolean
}

/** Times in milliseconds since 1970 UTC. */
export type Clock = {
  readonly answerBy: number
  readonly endBy: number
  readonly answeredAt: number | null
  /** Null when nobody took it, or when who took it was shut out since. */
  readonly takenBy: Id | null
}

/** Late for so long, it climbs once more. */
export const climbMs = 30 * minuteMs

/** What is due next: that somebody has it in hand, then that it is ended. */
export function dueAt({ answeredAt, answerBy, endBy }: Clock): number {
  return answeredAt === null ? answerBy : Math.max(answerBy, endBy)
}

export function answerableAt(clock: Clock, desk: Desk | undefined, now: number): Answerable {
  const late = now - dueAt(clock)
  const isLate = late >= 0
  const ladder = ladderOf(clock, desk, now)
  const climbed = isLate ? 1 + Math.floor(late / climbMs) : 0
  const rung = ladder[Math.min(climbed, ladder.length - 1)] ?? officers
  return { ...rung, isLate }
}

type Rung = Omit<Answerable, 'isLate'>
const officers: Rung = { level: 'officers', user: null }

/** Who took it, the owner in the desk's hours, the deputy, the officers: each only once. */
function ladderOf({ takenBy }: Clock, desk: Desk | undefined, now: number): readonly Rung[] {
  const taker: Rung[] = takenBy === null ? [] : [{ level: 'taker', user: takenBy }]
  const owner =
    desk?.owner && isOpen(desk, now) ? [{ level: 'owner' as const, user: desk.owner }] : []
  const deputy = desk?.deputy ? [{ level: 'deputy' as const, user: desk.deputy }] : []
  const named = [...taker, ...owner, ...deputy]
  const nobody: Rung[] = named.length === 0 ? [{ level: 'hub', user: null }] : []
  const once = named.filter(({ user }, nth) => named.findIndex(one => one.user === user) === nth)
  return [...once, ...nobody, officers]
}

export function isOpen({ opens, closes, days }: Desk, now: number): boolean {
  const minutes = londonMinutes(now)
  return days.includes(weekday(now)) && opens <= minutes && minutes < closes
}

/** From Monday, 1, to Sunday, 7, by a calendar in London. */
function weekday(now: number): number {
  return new Date(`${londonDate(now)}T12:00:00Z`).getUTCDay() || 7
}
