// When is a round where, how late may it be there, and how much is carried on the way?
import { type Board, endOf, startOf } from './board.ts'

/** Never changed once it is made: a round that gains or loses a stop is another. */
export type Route = {
  readonly walker: number
  /** From the node where the walker begins to the node where they end. */
  readonly nodes: readonly number[]
  /** When each stop begins at the earliest, and at the latest for all that follows to hold. */
  readonly early: readonly number[]
  readonly late: readonly number[]
  /** What is carried on the way into each node. */
  readonly carried: readonly number[]
  readonly metres: number
  /** Metres, and what it costs to have moved what was promised to others. */
  readonly cost: number
}

export function emptyRoute(board: Board, walker: number): Route {
  return routeOf(board, walker, [startOf(board, walker), endOf(board, walker)])
}

export function routeOf(board: Board, walker: number, nodes: readonly number[]): Route {
  const { metres, nodeCount, visitCount, promisedTo, movedMetres } = board
  let sum = 0
  let moved = 0
  for (let i = 1; i < nodes.length; i++) {
    const node = nodes[i] as number
    sum += metres[(nodes[i - 1] as number) * nodeCount + node] as number
    if (node >= visitCount) continue
    const promised = promisedTo[node] as number
    if (promised !== -1 && promised !== walker) moved += movedMetres
  }
  const carried = carriedOn(board, nodes)
  return { walker, nodes, ...times(board, nodes), carried, metres: sum, cost: sum + moved }
}

function times({ seconds, nodeCount, stay, from, to }: Board, nodes: readonly number[]) {
  const { length } = nodes
  const early: number[] = new Array(length)
  const late: number[] = new Array(length)
  let node = nodes[0] as number
  let time = from[node] as number
  early[0] = time
  for (let i = 1; i < length; i++) {
    const next = nodes[i] as number
    time += (stay[node] as number) + (seconds[node * nodeCount + next] as number)
    time = Math.max(time, from[next] as number)
    early[i] = time
    node = next
  }
  time = to[node] as number
  late[length - 1] = time
  for (let i = length - 2; i >= 0; i--) {
    const before = nodes[i] as number
    time -= (stay[before] as number) + (seconds[before * nodeCount + node] as number)
    time = Math.min(time, to[before] as number)
    late[i] = time
    node = before
  }
  return { early, late }
}

/** Whether every stop can be reached in time. */
export function isInTime({ early, late }: Route): boolean {
  return early.every((time, i) => time <= (late[i] as number))
}

function carriedOn({ visitCount, load, shopOf }: Board, nodes: readonly number[]): number[] {
  let now = 0
  for (const node of nodes) {
    if (node < visitCount && shopOf[node] === -1) now += load[node] as number
  }
  const carried: number[] = new Array(nodes.length)
  for (let i = 0; i < nodes.length; i++) {
    carried[i] = now
    const node = nodes[i] as number
    if (node < visitCount) now -= load[node] as number
    else if (i > 0 && i < nodes.length - 1) now += fetchedAt(node)
  }
  return carried

  function fetchedAt(shop: number): number {
    let sum = 0
    for (const node of nodes)
      if (node < visitCount && shopOf[node] === shop) sum += load[node] as number
    return sum
  }
}

/** Without these visits, and without shops where nothing is fetched any more. */
export function without(board: Board, route: Route, isOut: (node: number) => boolean): Route {
  const { visitCount, shopOf } = board
  const doors = route.nodes.filter(node => node >= visitCount || !isOut(node))
  const shops = new Set(doors.map(node => (node < visitCount ? shopOf[node] : -1)))
  const isEnd = (node: number) => node >= visitCount + board.shopCount
  const nodes = doors.filter(node => node < visitCount || isEnd(node) || shops.has(node))
  return routeOf(board, route.walker, nodes)
}
