// What is given as one: a person, or those of one home who are due together.
import type { Id } from '../../../kernel/ids.ts'
import { eligibleFor } from './eligible.ts'
import type { Caller, Due } from './terms.ts'

export type Unit = {
  readonly members: readonly Id[]
  readonly size: number
  /** Numbers of the callers who can ring all of them. */
  readonly eligible: readonly number[]
  /** The same for all units with the same callers to choose from. */
  readonly kind: string
  /** Number of the caller who has them by the sharing before. */
  readonly before: number | null
  /** Number of the caller who gets them. */
  at: number | null
}

export type Load = {
  readonly at: number
  readonly fair: number
  readonly room: number
  has: number
}

/** In the order of the most urgent of each home; without those whom no caller can ring. */
export function unitsOf(calls: readonly Due[], callers: readonly Caller[]): readonly Unit[] {
  const homes = Map.groupBy(calls, ({ dwelling, member }) => dwelling ?? member)
  return [...homes.values()].flatMap(home => {
    const together = asOne(home, callers)
    return together ? [together] : home.flatMap(call => asOne([call], callers) ?? [])
  })
}

/** Nothing where no caller can ring all of them. */
function asOne(calls: readonly Due[], callers: readonly Caller[]): Unit | undefined {
  const [first = [], ...rest] = calls.map(call => eligibleFor(call, callers))
  const eligible = first.filter(at => rest.every(list => list.includes(at)))
  if (eligible.length === 0) return undefined
  const before = callers.findIndex(({ user }) => user === calls[0]?.with)
  return {
    members: calls.map(({ member }) => member),
    size: calls.length,
    eligible,
    kind: eligible.join(),
    before: before < 0 ? null : before,
    at: null,
  }
}

/** A fair part is the share of the room that somebody has. */
export function loadsOf(callers: readonly Caller[], units: readonly Unit[]): readonly Load[] {
  const room = callers.reduce((sum, caller) => sum + caller.room, 0)
  const calls = units.reduce((sum, { size }) => sum + size, 0)
  return callers.map((caller, at) => ({
    at,
    room: caller.room,
    fair: room === 0 ? 0 : (calls * caller.room) / room,
    has: 0,
  }))
}

/** Those whom few can ring may be more than these can do: the least urgent wait. */
export function leaveWhatIsTooMuch(units: readonly Unit[], loads: readonly Load[]): void {
  for (const unit of units.toReversed()) {
    const load = loads[unit.at ?? -1]
    if (!load || load.has <= load.room) continue
    load.has -= unit.size
    unit.at = null
  }
}
