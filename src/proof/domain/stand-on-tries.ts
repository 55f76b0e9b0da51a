// Where do tries alone leave somebody? The rule of reach, stated once more, for whoever checks a
// proof with nothing but the file.
import type { Reason, State } from './terms.ts'

/** Times in milliseconds since 1970 UTC; `entry` is the position in the log. */
export type Try = {
  readonly entry: number
  readonly at: number
  readonly outcome: string
  /** After a parting nobody knows with which of two it was: only the trying counts. */
  readonly isDoubted: boolean
  /** Until when they are away, where it says so. */
  readonly until?: number | undefined
}

export type Asked = {
  readonly isPerson: boolean
  /** How long being reached holds; null: for the whole round. */
  readonly lastsMs: number | null
  readonly at: number
}

export type Stand = {
  readonly state: State
  readonly reason: Reason | null
  /** The try that decides; null where nobody tried. */
  readonly entry: number | null
  readonly until: number | null
}

const reachedBy = [
  ...['spoke_complete', 'spoke_no_help_wanted', 'staying', 'gone_to', 'refuses_to_leave'],
  ...['supply_off', 'supply_on'],
]
/** After these they are out of the count until a day. */
export const awayBy = ['in_hospital', 'in_care_home', 'away_until']
const outBy: Readonly<Record<string, Reason>> = { refused: 'said-no', empty_home: 'empty' }
/** Of a person a stop says it, which an officer can take back. */
const goneBy: Readonly<Record<string, Reason>> = {
  deceased_reported: 'died',
  moved_reported: 'moved',
}

/**
 * The last to be reached, to say no or to be away decides. What ran out before a later try is gone.
 */
export function standOnTries(tries: readonly Try[], asked: Asked): Stand {
  const sure = tries.filter(one => !one.isDoubted)
  const last = tries.at(-1)
  const gone = asked.isPerson ? undefined : sure.findLast(({ outcome }) => outcome in goneBy)
  const refused = sure.findLast(({ outcome }) => outcome in outBy)
  const away = sure.findLast(({ outcome }) => awayBy.includes(outcome))
  const reached = sure.findLast(({ outcome }) => reachedBy.includes(outcome))
  if (gone && gone.entry > (refused?.entry ?? 0)) {
    return excused(goneBy[gone.outcome] ?? 'moved', gone)
  }
  if (refused && refused.entry > (reached?.entry ?? 0)) {
    return excused(outBy[refused.outcome] ?? 'said-no', refused)
  }
  if (!last) return { state: 'untried', reason: null, entry: null, until: null }
  const decides = (away?.entry ?? 0) > (reached?.entry ?? 0) ? away : reached
  if (!decides) return { state: 'tried', reason: null, entry: last.entry, until: null }
  return whileItLasts(tries, decides, asked)
}

function excused(reason: Reason, { entry }: Try): Stand {
  return { state: 'excused', reason, entry, until: null }
}

function whileItLasts(tries: readonly Try[], by: Try, { lastsMs, at, isPerson }: Asked): Stand {
  const isAway = awayBy.includes(by.outcome)
  const lasting = lastsMs === null ? null : by.at + lastsMs
  const until = isAway ? (by.until ?? by.at) : lasting
  const after = tries.filter(one => one.entry > by.entry && isMereTry(one, isPerson))
  const outlived = until !== null && after.some(one => one.at >= until)
  const last = tries.at(-1) ?? by
  if (outlived) return { state: 'tried', reason: null, entry: last.entry, until: null }
  const { entry } = by
  if (until !== null && until <= at) return { state: 'untried', reason: null, entry, until }
  return isAway
    ? { state: 'excused', reason: 'away', entry, until }
    : { state: 'reached', reason: null, entry, until }
}

function isMereTry({ outcome, isDoubted }: Try, isPerson: boolean): boolean {
  if (isDoubted) return true
  if (reachedBy.includes(outcome) || awayBy.includes(outcome) || outcome in outBy) return false
  return isPerson || !(outcome in goneBy)
}
