// Why does nobody make this visit? The first reason that holds, so that somebody can do something
// about it.
import type { Board } from './board.ts'
import { lookIn, nowhere } from './insert.ts'
import { emptyRoute, type Route } from './route.ts'
import type { UnassignedReason, Visit, Walker } from './terms.ts'

export function reasonFor(board: Board, routes: readonly Route[], at: number): UnassignedReason {
  const visit = board.ask.visits[at] as Visit
  const { walkers } = board.ask
  if (walkers.length === 0) return 'no-walkers'
  const steps: readonly [UnassignedReason, (walker: Walker) => boolean][] = [
    ['kept-from-all', walker => !visit.never.includes(walker.id)],
    ['no-skill', walker => visit.skills.every(skill => walker.skills.includes(skill))],
    ['needs-more-people', walker => walker.people >= visit.people],
    ['too-big', walker => walker.room >= visit.load],
  ]
  let left = walkers.map((walker, index) => ({ walker, index }))
  for (const [reason, isFit] of steps) {
    left = left.filter(({ walker }) => isFit(walker))
    if (left.length === 0) return reason
  }
  const reached = left.filter(({ index }) => fits(board, at, emptyRoute(board, index)))
  if (reached.length === 0) return shopOrDoor(board, at, left)
  const endless = reached.some(({ index }) => fits(board, at, routes[index] as Route))
  return endless ? 'no-room' : 'no-time'
}

function fits(board: Board, visit: number, route: Route): boolean {
  const best = { ...nowhere(), now: 0 }
  lookIn({ board, visit, isRoomEndless: true }, route, best)
  return best.route !== -1
}

/** Whether the door alone could be reached tells which of the two is shut. */
function shopOrDoor(
  board: Board,
  visit: number,
  left: readonly { index: number }[],
): UnassignedReason {
  const shopOf = board.shopOf.slice()
  if (shopOf[visit] === -1) return 'out-of-reach'
  shopOf[visit] = -1
  const doorOnly = { ...board, shopOf }
  const isReached = left.some(({ index }) => fits(doorOnly, visit, emptyRoute(doorOnly, index)))
  return isReached ? 'shop-closed' : 'out-of-reach'
}
