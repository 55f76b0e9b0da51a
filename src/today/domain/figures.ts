// What does the morning show? Counts, ids and times only: who they are is looked up when the page
// is shown, so that kept figures keep nobody's name.
import type { Id } from '../../kernel/ids.ts'
import { londonDate } from '../../kernel/london.ts'

/** A file that was read and waits for somebody to load it. */
export type ListWaiting = {
  readonly file: Id
  readonly list: string
  readonly version: number
  readonly receivedAt: number
  readonly rows: number
  readonly added: number
  readonly died: number
  /** Of those who died: people for whom something is booked today. */
  readonly booked: number
  readonly needs: number
}

export type ListLoaded = {
  readonly version: Id
  readonly list: string
  readonly loadedAt: number
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly held: number
}

export type Held = {
  readonly reason: string
  readonly rows: number
  readonly decider: Id | null
  readonly decideBy: number
}

export type Caller = {
  readonly user: Id
  readonly room: number
  /** Minutes of the day in London. */
  readonly from: number
  readonly to: number
}

export const callKinds = ['first', 'promised', 'again', 'runOut'] as const
export type CallKind = (typeof callKinds)[number]
export const callParts = ['late', 'morning', 'afternoon', 'evening'] as const
export type CallPart = (typeof callParts)[number]

export type Calls = {
  readonly due: Readonly<Record<CallKind, number>>
  readonly parts: Readonly<Record<CallPart, number>>
  readonly total: number
  /** With nobody. */
  readonly unshared: number
  readonly callers: readonly Caller[]
}

export type Missed = { readonly member: Id; readonly person: Id; readonly at: number }

export type Waits = {
  readonly campaign: Id
  readonly name: string
  readonly waiting: number
  readonly untried: number
  readonly long: number
  readonly days: number
  readonly longest: readonly {
    readonly person: Id
    readonly village: string | null
    readonly days: number
    readonly tries: number
    readonly next: string | null
    readonly nextAt: number | null
  }[]
}

export type Steps = {
  readonly kind: string | null
  readonly open: number
  readonly late: number
  readonly oldestDue: number
}

export type Silent = { readonly user: Id; readonly heardAt: number | null; readonly open: number }

/** Sheets of paper that are out, those past their day, and lines of which nobody has told. */
export type Sheets = { readonly sheets: number; readonly late: number; readonly lines: number }

/** Of the figures that are kept: what was kept in another shape is counted again. */
export const shape = 2

export type Figures = {
  readonly shape: number
  readonly waits: Waits | null
  readonly lists: readonly ListWaiting[]
  readonly loaded: readonly ListLoaded[]
  readonly held: readonly Held[]
  readonly calls: Calls
  readonly missed: readonly Missed[]
  readonly steps: readonly Steps[]
  readonly silent: readonly Silent[]
  readonly sheets: Sheets
  readonly concerns: { readonly open: number; readonly late: number }
}

export type Morning = {
  readonly countedAt: number
  /** The log's position when they were counted. */
  readonly seq: number
  /** Whose places they are of. */
  readonly places: string
  readonly figures: Figures
}

/** Figures hold until somebody asks, but no longer than their day, nor for other places. */
export function stillHolds(kept: Morning, now: number, places: string): boolean {
  const isToday = londonDate(kept.countedAt) === londonDate(now)
  return isToday && kept.places === places && kept.figures.shape === shape
}

export function roomOf({ callers }: Pick<Calls, 'callers'>): number {
  return callers.reduce((sum, { room }) => sum + room, 0)
}

/** Callers who can make as many calls each, most first: 11 of 30, 4 of 15. */
export function byRoom(callers: readonly Caller[]): readonly { room: number; n: number }[] {
  const groups = Map.groupBy(callers, ({ room }) => room)
  return [...groups]
    .map(([room, some]) => ({ room, n: some.length }))
    .sort((a, b) => b.room - a.room)
}

const noon = 12 * 60
const five = 17 * 60
const hours: Readonly<Record<CallPart, readonly [number, number]>> = {
  late: [0, 24 * 60],
  morning: [0, noon],
  afternoon: [noon, five],
  evening: [five, 24 * 60],
}

/** Who still rings during this part of the day: of what is late, from now on. */
export function callersIn(
  callers: readonly Caller[],
  part: CallPart,
  now: number,
): readonly Caller[] {
  const [begins, ends] = hours[part]
  return callers.filter(({ from, to }) => from < ends && to > Math.max(begins, now))
}
