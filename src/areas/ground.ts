// Where do things lie? Whoever knows the ground says so from outside: geography may import this
// capability, and this one may not import it.
import { assert } from '../kernel/assert.ts'
import type { Tx } from '../store/open.ts'
import type { Position, Shape } from './domain/terms.ts'

export type Box = {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export type WrongShape = { readonly reason: string; readonly at?: Position }

export type ToDraw = {
  readonly shapes: readonly { readonly code: string; readonly shape: Shape }[]
  readonly points: readonly { readonly id: string; readonly position: Position }[]
  readonly width: number
  readonly heightMax: number
}
export type Sheet = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly { readonly code: string; readonly d: string }[]
  readonly points: readonly { readonly id: string; readonly x: number; readonly y: number }[]
}

export type Ground = {
  drawSheet(drawing: ToDraw): Sheet | undefined
  /** A geometry of GeoJSON; `isMetric`: in metres of the British grid. */
  shapeOf(geometry: unknown, isMetric: boolean): Shape | WrongShape
  /** By address number of twelve digits, or by postcode. */
  positionsOf(
    tx: Tx,
    council: string,
    kind: 'uprn' | 'postcode',
  ): Promise<ReadonlyMap<string, Position>>
  /** Around the council; null while nobody has said where it lies. */
  councilBox(tx: Tx, council: string): Promise<Box | null>
  /** What a map shows for bearings. */
  outlines(tx: Tx, council: string): Promise<readonly Outline[]>
  /** Whose data a map is drawn from. */
  readonly attribution: string
}
export type Outline = { readonly name: string; readonly shape: Shape }

let known: Ground | undefined

/** Called once, where geography is put together. */
export function setGround(ground: Ground): void {
  known = ground
}

export function ground(): Ground {
  assert(known, 'geography is part of the assembly')
  return known
}
