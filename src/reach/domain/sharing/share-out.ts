// Who rings whom today? Calls are shared by what each caller can do, and nobody gets more than one
// call beyond their fair part where places, hours and languages allow it.
import { balance } from './balance.ts'
import { mayWorkOn } from './eligible.ts'
import type { Caller, Due, Shared, Sharing } from './terms.ts'
import { type Load, leaveWhatIsTooMuch, loadsOf, type Unit, unitsOf } from './units.ts'
import { whatFits } from './what-fits.ts'

/**
 * Calls come most urgent first. Those that a caller has already stay with them up to their fair
 * part, so that a new sharing moves as little as it can.
 */
export function shareOut({ calls, callers, upTo }: Sharing): Shared {
  const taken = upTo === 'room' ? whatFits(calls, callers) : calls
  const units = unitsOf(taken, callers)
  const loads = loadsOf(callers, units)
  for (const unit of byDifficulty(keepWhatStands(units, loads))) give(unit, loads)
  balance(units, loads)
  if (upTo === 'room') leaveWhatIsTooMuch(units, loads)
  const byCaller = Map.groupBy(units, ({ at }) => at)
  const given = callers.map(({ user }, at) => ({
    user,
    members: (byCaller.get(at) ?? []).flatMap(({ members }) => members),
  }))
  const shared = given.reduce((sum, { members }) => sum + members.length, 0)
  return {
    given,
    left: calls.length - shared,
    nobodySpeaks: taken.filter(call => isSpokenByNobody(call, callers)).length,
    nobodyMayWork: calls.filter(call => !callers.some(one => mayWorkOn(one, call))).length,
    outOfHours: taken.filter(call => isPromisedToNobody(call, callers)).length,
  }
}

/** The ones that nobody keeps. */
function keepWhatStands(units: readonly Unit[], loads: readonly Load[]): readonly Unit[] {
  return units.filter(unit => {
    const load = loads[unit.before ?? -1]
    if (!load || !unit.eligible.includes(load.at)) return true
    if (load.has + unit.size > Math.ceil(load.fair)) return true
    put(unit, load)
    return false
  })
}

/** Whom few can ring goes first; then homes of several; the rest fills up evenly. */
function byDifficulty(units: readonly Unit[]): readonly Unit[] {
  return units.toSorted((a, b) => a.eligible.length - b.eligible.length || b.size - a.size)
}

function give(unit: Unit, loads: readonly Load[]): void {
  const able = unit.eligible.map(at => loads[at] as Load)
  put(
    unit,
    able.reduce((a, b) => (fullness(b, unit.size) < fullness(a, unit.size) ? b : a)),
  )
}

/** How full a caller would be with so many more; 1 is their fair part. */
function fullness({ has, fair }: Load, more: number): number {
  return (has + more) / fair
}

function put(unit: Unit, load: Load): void {
  unit.at = load.at
  load.has += unit.size
}

function isSpokenByNobody({ language }: Due, callers: readonly Caller[]): boolean {
  return language !== null && !callers.some(({ languages }) => languages.includes(language))
}

/** A promise from before anybody began is late already: whoever has it rings at once. */
function isPromisedToNobody({ promisedAt: at }: Due, callers: readonly Caller[]): boolean {
  const isLate = callers.every(({ from }) => at !== null && at < from)
  return at !== null && !isLate && !callers.some(({ from, to }) => from <= at && at < to)
}
