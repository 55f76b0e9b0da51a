// Do the parts add up? Counts of members, each counted once, with their denominator.
import { type Standing, standingAt } from './member-state.ts'

export type Coverage = {
  readonly reached: number
  readonly tried: number
  readonly untried: number
  readonly excused: number
  readonly listed: number
}

/** Counts standings as of a moment. reached + tried + untried + excused = listed, always. */
export function coverageOf(standings: readonly Standing[], now: number): Coverage {
  const count = { reached: 0, tried: 0, untried: 0, excused: 0 }
  for (const standing of standings) count[standingAt(standing, now).state] += 1
  return { ...count, listed: standings.length }
}

export function addsUp(coverage: Coverage): boolean {
  const { reached, tried, untried, excused, listed } = coverage
  return reached + tried + untried + excused === listed
}
