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

const reachedBy = ['spoke_complete', 'spoke_no_help_wanted']
/** Of a person a stop says it, which an officer can take back. */
const goneBy: Readonly<Record<string, Reason>> = {
  deceased_reported: 'died',
  moved_reported: 'moved',
}

/** The last to be reached or to say no decides. What ran out before a later try is gone. */
export function standOnTries(tries: readonly Try[], asked: Asked): Stand {
  const sure = tries.filter(one => !one.isDoubted)
  const last = tries.at(-1)
  const gone = asked.isPerson ? undefined : sure.findLast(({ outcome }) => outcome in goneBy)
  const refused = sure.findLast(({ outcome }) => outcome === 'refused')
  const reached = sure.findLast(({ outcome }) => reachedBy.includes(outcome))
  if (gone && gone.entry > (refused?.entry ?? 0)) {
    return excused(goneBy[gone.outcome] ?? 'moved', gone)
  }
  if (refused && refused.entry > (reached?.entry ?? 0)) return excused('said-no', refused)
  if (!last) return { state: 'untried', reason: null, entry: null, until: null }
  if (!reached) return { state: 'tried', reason: null, entry: last.entry, until: null }
  return whileItLasts(tries, reached, asked)
}

function excused(reason: Reason, { entry }: Try): Stand {
  return { state: 'excused', reason, entry, until: null }
}

function whileItLasts(
  tries: readonly Try[],
  reached: Try,
  { lastsMs, at, isPerson }: Asked,
): Stand {
  const until = lastsMs === null ? null : reached.at + lastsMs
  const after = tries.filter(one => one.entry > reached.entry && isMereTry(one, isPerson))
  const outlived = until !== null && after.some(one => one.at >= until)
  const last = tries.at(-1) ?? reached
  if (outlived) return { state: 'tried', reason: null, entry: last.entry, until: null }
  const state = until !== null && until <= at ? 'untried' : 'reached'
  return { state, reason: null, entry: reached.entry, until }
}

function isMereTry({ outcome, isDoubted }: Try, isPerson: boolean): boolean {
  if (isDoubted) return true
  if (reachedBy.includes(outcome) || outcome === 'refused') return false
  return isPerson || !(outcome in goneBy)
}
