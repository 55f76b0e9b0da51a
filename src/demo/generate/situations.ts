// How far is each village on the opening day? Finished, under way, with gaps, not started, or late.
import { at, stream } from './random.ts'
import type { Situation } from './types.ts'

const notStarted = 6
const withGaps = 18
const finished = 34

/** Small villages finish first; one of middling size has just been sent many new people. */
export function situations(
  slugs: readonly string[],
  weights: readonly number[],
  seed: number,
): (slug: string) => Situation {
  if (slugs.length === 1) return () => 'gaps'
  const random = stream(seed, 'situations')
  const found = new Map<string, Situation>()
  const within = (least: number, most: number) =>
    random.shuffled(
      slugs.filter((slug, index) => {
        const weight = at(weights, index)
        return !found.has(slug) && weight >= least && weight <= most
      }),
    )
  for (const slug of within(0, 0)) found.set(slug, 'nobody-listed')
  found.set(at(within(30, 60), 0), 'late')
  for (const slug of within(8, 40).slice(0, notStarted)) found.set(slug, 'not-started')
  for (const slug of within(15, 1_000).slice(0, withGaps)) found.set(slug, 'gaps')
  for (const slug of within(1, 60).slice(0, finished)) found.set(slug, 'finished')
  return slug => found.get(slug) ?? 'going'
}
