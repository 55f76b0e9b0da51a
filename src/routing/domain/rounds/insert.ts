// Where on a round does one more visit fit, and at which cost? In time, in the bags, shop first.
import type { Chance } from '../chance.ts'
import type { Board } from './board.ts'
import { type Route, routeOf } from './route.ts'

export type Place = {
  cost: number
  route: number
  /** It comes before the node that stands here now. */
  at: number
  /** The same for its shop, or -1 where the round goes there already or it needs none. */
  shopAt: number
}

export const nowhere = (): Place => ({
  cost: Number.POSITIVE_INFINITY,
  route: -1,
  at: -1,
  shopAt: -1,
})

export type Look = {
  readonly board: Board
  readonly visit: number
  /** Some places are overlooked now and then, so that the best is not always taken. */
  readonly chance?: Chance
  /** To tell whether it is time or room that is missing. */
  readonly isRoomEndless?: boolean
}

const overlooked = 0.01

/** Betters `best` where this round has a cheaper place. */
export function lookIn(look: Look, route: Route, best: Place & { now: number }): void {
  const { board, visit } = look
  const shop = board.shopOf[visit] as number
  const promised = board.promisedTo[visit] as number
  const extra = promised !== -1 && promised !== route.walker ? board.movedMetres : 0
  if (extra >= best.cost) return
  const shopAt = shop === -1 ? 0 : route.nodes.indexOf(shop)
  if (shopAt === -1) lookWithShop(look, route, { best, extra })
  else lookAfter(look, route, { best, extra, first: shopAt + 1 })
}

type Best = { readonly best: Place & { now: number }; readonly extra: number }

function roomOf({ board, visit, isRoomEndless }: Look, { walker }: Route): number {
  if (isRoomEndless) return Number.POSITIVE_INFINITY
  const walkers = board.ask.walkers
  return (walkers[walker]?.room ?? 0) - (board.load[visit] as number)
}

/** What is carried on the way from the start, or from the shop, to the door. */
function lookAfter(look: Look, route: Route, { best, extra, first }: Best & { first: number }) {
  const { board, visit, chance } = look
  const { metres, seconds, nodeCount, stay, from, to, shopOf } = board
  const { nodes, early, late, carried } = route
  const room = roomOf(look, route)
  const [opens, closes, stays] = [from[visit] as number, to[visit] as number, stay[visit] as number]
  if (shopOf[visit] === -1 && (carried[0] as number) > room) return
  for (let at = first; at < nodes.length; at++) {
    if ((carried[at] as number) > room) return
    const before = nodes[at - 1] as number
    const next = nodes[at] as number
    const leaves = (early[at - 1] as number) + (stay[before] as number)
    if (leaves > closes) return
    const toIt = before * nodeCount + visit
    const fromIt = visit * nodeCount + next
    const cost =
      extra +
      (metres[toIt] as number) +
      (metres[fromIt] as number) -
      (metres[before * nodeCount + next] as number)
    if (cost >= best.cost) continue
    const begins = Math.max(opens, leaves + (seconds[toIt] as number))
    if (begins > closes) continue
    if (begins + stays + (seconds[fromIt] as number) > (late[at] as number)) continue
    if (chance && chance.next() < overlooked) continue
    best.cost = cost
    best.route = best.now
    best.at = at
    best.shopAt = -1
  }
}

/** The shop anywhere, the door anywhere after it. */
function lookWithShop(look: Look, route: Route, { best, extra }: Best): void {
  const { board, visit } = look
  const { metres, seconds, nodeCount, stay, from, to, shopOf } = board
  const { nodes, early, late, carried } = route
  const shop = shopOf[visit] as number
  const room = roomOf(look, route)
  const way = (one: number, other: number) => metres[one * nodeCount + other] as number
  const lasts = (one: number, other: number) => seconds[one * nodeCount + other] as number
  for (let shopAt = 1; shopAt < nodes.length; shopAt++) {
    const before = nodes[shopAt - 1] as number
    const after = nodes[shopAt] as number
    const arrives = (early[shopAt - 1] as number) + (stay[before] as number) + lasts(before, shop)
    const begins = Math.max(arrives, from[shop] as number)
    if (begins > (to[shop] as number)) continue
    let leaves = begins + (stay[shop] as number)
    let last = shop
    const there = extra + way(before, shop) - way(before, after)
    for (let at = shopAt; at < nodes.length; at++) {
      if ((carried[at] as number) > room) break
      const next = nodes[at] as number
      const starts = Math.max(leaves + lasts(last, visit), from[visit] as number)
      const ends = starts + (stay[visit] as number) + lasts(visit, next)
      const cost =
        at === shopAt
          ? there + way(shop, visit) + way(visit, next)
          : there + way(shop, after) + way(last, visit) + way(visit, next) - way(last, next)
      const isIn = starts <= (to[visit] as number) && ends <= (late[at] as number)
      if (isIn && cost < best.cost) Object.assign(best, { cost, route: best.now, at, shopAt })
      const reaches = Math.max(leaves + lasts(last, next), from[next] as number)
      if (reaches > (late[at] as number)) break
      leaves = reaches + (stay[next] as number)
      last = next
    }
  }
}

export function inserted({ board, visit }: Look, route: Route, { at, shopAt }: Place): Route {
  const nodes = [...route.nodes]
  nodes.splice(at, 0, visit)
  if (shopAt !== -1) nodes.splice(shopAt, 0, board.shopOf[visit] as number)
  return routeOf(board, route.walker, nodes)
}
