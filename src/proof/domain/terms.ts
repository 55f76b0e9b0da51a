// The words of a proof. They are its own: a file is read without the program that made it.

export const states = ['reached', 'tried', 'untried', 'excused'] as const
export type State = (typeof states)[number]

export const reasons = [
  'died',
  'moved',
  'said-no',
  'listed-twice',
  'off-the-list',
  'not-inside',
  'away',
  'empty',
] as const
export type Reason = (typeof reasons)[number]

/** Reached + tried + untried + excused = listed. */
export type Counts = Readonly<Record<State | 'listed', number>>

export const noCounts: Counts = { listed: 0, reached: 0, tried: 0, untried: 0, excused: 0 }

export function countStates(all: Iterable<{ readonly state: State }>): Counts {
  const counts = { ...noCounts }
  for (const { state } of all) {
    counts[state] += 1
    counts.listed += 1
  }
  return counts
}

export function addsUp({ listed, reached, tried, untried, excused }: Counts): boolean {
  return reached + tried + untried + excused === listed
}

/** The laws under which somebody may ask for a proof without what is other people's. */
export const laws = ['freedom-of-information', 'subject-access', 'court-order'] as const
export type Law = (typeof laws)[number]
