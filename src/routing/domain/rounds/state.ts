// What is a plan while it is searched for? Rounds that are shared with the plan before it, save
// those that changed.
import type { Board } from './board.ts'
import { emptyRoute, type Route } from './route.ts'

export type State = {
  readonly routes: Route[]
  /** Of each visit the walker who makes it, or -1. */
  readonly walkerOf: Int32Array
  /** Visits that nobody makes. */
  absent: number[]
}

export function emptyState(board: Board): State {
  return {
    routes: Array.from({ length: board.walkerCount }, (_, walker) => emptyRoute(board, walker)),
    walkerOf: new Int32Array(board.visitCount).fill(-1),
    absent: Array.from({ length: board.visitCount }, (_, visit) => visit),
  }
}

export function copyOf({ routes, walkerOf, absent }: State): State {
  return { routes: routes.slice(), walkerOf: walkerOf.slice(), absent: absent.slice() }
}

/** Who is left out costs more than any walk; who was promised, more than all others together. */
export function costOf(board: Board, { routes, absent }: State, leftOut: number): number {
  let cost = 0
  for (const route of routes) cost += route.cost
  for (const visit of absent) {
    const isPromised = board.promisedTo[visit] !== -1
    cost += isPromised ? leftOut * (board.visitCount + 1) : leftOut
  }
  return cost
}
