// In which order are visits put back, and where? Each at its cheapest place, by turns the random,
// the heavy, the far, the near, the narrow, the early and the late ones first.
import type { Chance } from '../chance.ts'
import type { Board } from './board.ts'
import { inserted, lookIn, nowhere } from './insert.ts'
import type { Route } from './route.ts'
import type { State } from './state.ts'

export type Order = (visit: number) => number

/** What comes often stands here often. */
export function ordersOf(board: Board, chance: Chance): readonly Order[] {
  const { load, from, to, metres, nodeCount, visitCount, shopCount } = board
  const start = visitCount + shopCount
  const far: Order = visit => -(metres[start * nodeCount + visit] as number)
  const random: Order = () => chance.next()
  const heavy: Order = visit => -(load[visit] as number)
  const narrow: Order = visit => (to[visit] as number) - (from[visit] as number)
  const early: Order = visit => from[visit] as number
  const late: Order = visit => -(to[visit] as number)
  const near: Order = visit => -far(visit)
  return [random, random, random, random, heavy, heavy, far, far, near, narrow, narrow, early, late]
}

export function recreate(board: Board, state: State, { order, chance }: Recreate): void {
  const keys = new Map(state.absent.map(visit => [visit, order(visit)]))
  const key = (visit: number) => keys.get(visit) as number
  const waiting = state.absent.sort((one, other) => key(one) - key(other))
  state.absent = waiting.filter(visit => !putIn(board, state, { visit, chance }))
}

export type Recreate = { readonly order: Order; readonly chance: Chance }

function putIn(board: Board, state: State, look: { visit: number; chance: Chance }): boolean {
  const { may, visitCount, kindOf, promisedTo } = board
  const { visit } = look
  const best = { ...nowhere(), now: -1 }
  const asked = { board, ...look }
  let freshKinds = 0
  for (let walker = 0; walker < state.routes.length; walker++) {
    if (!may[walker * visitCount + visit]) continue
    const route = state.routes[walker] as Route
    const kind = 1 << (kindOf[walker] as number)
    const isFresh = route.nodes.length === 2 && (kindOf[walker] as number) < 31
    if (isFresh && freshKinds & kind && promisedTo[visit] !== walker) continue
    if (isFresh && promisedTo[visit] !== walker) freshKinds |= kind
    best.now = walker
    lookIn(asked, route, best)
  }
  if (best.route === -1) return false
  state.routes[best.route] = inserted(asked, state.routes[best.route] as Route, best)
  state.walkerOf[visit] = best.route
  return true
}
