// Which visits are taken out to be planned anew? Strings of neighbouring stops from rounds that
// pass near each other (after Christiaens and Vanden Berghe: slack induction by string removals).
import type { Chance } from '../chance.ts'
import type { Board } from './board.ts'
import { isInTime, type Route, without } from './route.ts'
import type { State } from './state.ts'

/** On average so many visits are taken out, from strings of at most so many. */
const outMean = 10
const stringMax = 10
/** How often a string leaves a few in its midst standing, and how soon no more of them. */
const splitChance = 0.5
const splitMore = 0.01

/** For each visit all visits, nearest first. */
export function neighbours({ visitCount, metres, nodeCount }: Board): Int32Array[] {
  const visits = Array.from({ length: visitCount }, (_, visit) => visit)
  return visits.map(visit => {
    const row = metres.subarray(visit * nodeCount, visit * nodeCount + visitCount)
    return Int32Array.from(
      visits.toSorted((one, other) => (row[one] as number) - (row[other] as number)),
    )
  })
}

export function ruin(board: Board, state: State, { near, chance }: Ruin): void {
  const mean = (board.visitCount - state.absent.length) / usedOf(state)
  const longest = Math.max(1, Math.min(stringMax, mean))
  const stringsMost = (4 * outMean) / (1 + longest) - 1
  const strings = Math.max(1, Math.floor(1 + chance.next() * stringsMost))
  const ruined = new Set<number>()
  const seed = chance.below(board.visitCount)
  for (const visit of near[seed] as Int32Array) {
    if (ruined.size >= strings) return
    const walker = state.walkerOf[visit] as number
    if (walker === -1 || ruined.has(walker)) continue
    ruined.add(walker)
    takeString(board, state, { walker, visit, longest, chance })
  }
}

export type Ruin = { readonly near: readonly Int32Array[]; readonly chance: Chance }

function usedOf({ routes }: State): number {
  let used = 0
  for (const route of routes) if (route.nodes.length > 2) used += 1
  return Math.max(1, used)
}

type Take = {
  readonly walker: number
  readonly visit: number
  readonly longest: number
  readonly chance: Chance
}

function takeString(board: Board, state: State, { walker, visit, longest, chance }: Take): void {
  const route = state.routes[walker] as Route
  const doors = route.nodes.filter(node => node < board.visitCount)
  const length = Math.floor(1 + chance.next() * Math.min(doors.length, longest))
  const taken = Math.min(length, doors.length)
  let spared = 0
  if (taken > 1 && chance.next() < splitChance) {
    spared = 1
    while (taken + spared < doors.length && chance.next() > splitMore) spared += 1
    spared = Math.min(spared, doors.length - taken)
  }
  const at = doors.indexOf(visit)
  const span = taken + spared
  const least = Math.max(0, at - span + 1)
  const most = Math.min(at, doors.length - span)
  const start = least + chance.below(most - least + 1)
  const gap = spared === 0 ? span : chance.below(taken + 1)
  const out = new Set<number>()
  for (let i = 0; i < span; i++) {
    if (i < gap || i >= gap + spared) out.add(doors[start + i] as number)
  }
  takeOut(board, state, { walker, out })
}

/** Where going straight on lasts longer than by way of a stop, a round may be late without it. */
function takeOut(
  board: Board,
  state: State,
  { walker, out }: { walker: number; out: ReadonlySet<number> },
): void {
  const route = state.routes[walker] as Route
  const shorter = without(board, route, node => out.has(node))
  const isKept = isInTime(shorter)
  const gone = isKept ? [...out] : route.nodes.filter(node => node < board.visitCount)
  state.routes[walker] = isKept ? shorter : without(board, route, () => true)
  for (const visit of gone) {
    state.walkerOf[visit] = -1
    state.absent.push(visit)
  }
}
