// How long does a volunteer know a name and a door? From the claim until two hours after the end.
import { hourMs } from '../../kernel/clock.ts'
import type { JobState } from './terms.ts'

export const factsMs = 2 * hourMs

type Held = {
  readonly state: JobState
  /** Milliseconds since 1970 UTC. */
  readonly claimUntil: number | null
  readonly endedAt: number | null
}

/** Undefined: they are not shown now. */
export function factsUntil({ state, claimUntil, endedAt }: Held, now: number): number | undefined {
  if (state === 'claimed') return claimUntil !== null && now < claimUntil ? claimUntil : undefined
  if (state === 'under-way') return now + factsMs
  if (endedAt === null || state === 'released') return undefined
  return now < endedAt + factsMs ? endedAt + factsMs : undefined
}

/** As a neighbour is told it: the first name and one letter. */
export function shortName(given: string, family: string): string {
  const [first = ''] = given.trim().split(/\s+/)
  const initial = [...family.trim()][0]
  return initial === undefined ? first : `${first} ${initial}.`
}
