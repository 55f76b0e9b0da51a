// What is divided into zones, and what is said of each zone?
import type { Point } from '../terms.ts'

export type Street = {
  readonly id: string
  readonly at: Point
  readonly homes: number
  /** People whom somebody must reach. */
  readonly listed: number
  /** Of the street itself, once along it. */
  readonly metres?: number
  /** Streets that it meets; guessed from who is nearest where nothing is said. */
  readonly beside?: readonly string[]
  /** The zone it is in now, from 0; none where it has none. */
  readonly given?: number
}

export const measures = ['homes', 'listed', 'walk'] as const
export type Measure = (typeof measures)[number]

/** Within a tenth of fair; or why it is not. */
export const shareReasons = ['fair', 'one-street', 'as-given', 'whole-streets'] as const
export type ShareReason = (typeof shareReasons)[number]

export type Share = {
  readonly count: number
  /** What each zone would have if streets could be cut to measure. */
  readonly fair: number
  readonly reason: ShareReason
}

export type Zone = {
  readonly streets: readonly string[]
  /** The walk in metres: along each street and from one to the next. */
  readonly shares: Readonly<Record<Measure, Share>>
  /** Whether each street can be reached from each without leaving the zone. */
  readonly isTogether: boolean
}

export type Division = {
  readonly zones: readonly Zone[]
  /** Streets that had another zone. */
  readonly moved: readonly { readonly street: string; readonly from: number; readonly to: number }[]
}
