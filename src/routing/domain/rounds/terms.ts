// What is asked of whoever plans rounds, and what comes back? Seconds count from any midnight.
import type { Matrix } from '../terms.ts'

export type Visit = {
  readonly id: string
  /** Its row of the matrices. */
  readonly at: number
  /** At the door. */
  readonly seconds: number
  /** It begins in this window; whoever comes earlier waits. */
  readonly from: number
  readonly to: number
  /** Bags, or whatever `room` is counted in. */
  readonly load: number
  /** Where its things are fetched first; else they are carried from the start. */
  readonly shop?: string
  readonly skills: readonly string[]
  /** How many must go together. */
  readonly people: number
  /** Walkers who must never go. */
  readonly never: readonly string[]
  /** What the resident was told; it is moved only where nothing else can be done. */
  readonly promised?: { readonly walker: string; readonly from: number; readonly to: number }
}

/** At most once on each round, before the first door that it is for. */
export type Shop = {
  readonly id: string
  readonly at: number
  readonly seconds: number
  readonly from: number
  readonly to: number
}

/** Somebody, or a pair, or a car with driver, for one round. */
export type Walker = {
  readonly id: string
  readonly start: number
  /** Anywhere, where nothing is said. */
  readonly end?: number
  readonly from: number
  readonly to: number
  readonly room: number
  readonly skills: readonly string[]
  readonly people: number
}

export type RoundsAsk = {
  readonly metres: Matrix
  readonly seconds: Matrix
  readonly visits: readonly Visit[]
  readonly shops: readonly Shop[]
  readonly walkers: readonly Walker[]
  /** A promised visit goes to another walker only to save more metres than this. */
  readonly movedMetres?: number
}

export type Stop = {
  readonly kind: 'shop' | 'visit'
  readonly id: string
  readonly arrives: number
  readonly begins: number
  readonly leaves: number
}

export type Round = {
  readonly walker: string
  readonly stops: readonly Stop[]
  readonly metres: number
  readonly ends: number
}

/** In the order in which they are looked at: the first that holds is said. */
export const unassignedReasons = [
  'no-walkers',
  'kept-from-all',
  'no-skill',
  'needs-more-people',
  'too-big',
  'shop-closed',
  'out-of-reach',
  'no-room',
  'no-time',
] as const
export type UnassignedReason = (typeof unassignedReasons)[number]

export type Rounds = {
  /** One for each walker, in their order; without stops where they stay at home. */
  readonly rounds: readonly Round[]
  readonly unassigned: readonly { readonly visit: string; readonly reason: UnassignedReason }[]
  /** Promised visits that another walker makes, or at another time than was said, or nobody. */
  readonly moved: readonly string[]
  readonly metres: number
  readonly tries: number
}
