// With what does a new plan begin? With what was promised, each walker's visits in the order of the
// times that people were told; what no longer fits waits for a place like all others.
import type { Board } from './board.ts'
import { isInTime, type Route, routeOf } from './route.ts'
import type { State } from './state.ts'

export function keepPromises(board: Board, state: State): void {
  const { promisedTo, visitCount, may } = board
  const promised = state.absent.filter(visit => promisedTo[visit] !== -1)
  const told = (visit: number) => board.ask.visits[visit]?.promised?.from ?? 0
  promised.sort((one, other) => told(one) - told(other))
  for (const visit of promised) {
    const walker = promisedTo[visit] as number
    if (!may[walker * visitCount + visit]) continue
    const longer = appended(board, state.routes[walker] as Route, visit)
    if (!isInTime(longer) || !hasRoom(board, longer)) continue
    state.routes[walker] = longer
    state.walkerOf[visit] = walker
  }
  state.absent = state.absent.filter(visit => state.walkerOf[visit] === -1)
}

function appended(board: Board, { walker, nodes }: Route, visit: number): Route {
  const shop = board.shopOf[visit] as number
  const stops = shop === -1 || nodes.includes(shop) ? [visit] : [shop, visit]
  return routeOf(board, walker, [...nodes.slice(0, -1), ...stops, ...nodes.slice(-1)])
}

function hasRoom({ ask }: Board, { walker, carried }: Route): boolean {
  const room = ask.walkers[walker]?.room ?? 0
  return carried.every(own => own <= room)
}
