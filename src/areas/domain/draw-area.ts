// An affected area is drawn, or drawn anew because it moved; who follows it moves with it.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import type { Draft } from '../../events/kinds.ts'
import { refuse } from '../../kernel/refusal.ts'
import { areaDrawn } from './events.ts'
import {
  areaSources,
  type Extent,
  nameLettersMax,
  noteLettersMax,
  pointsMax,
  postcodesMax,
} from './terms.ts'

const ring = z.array(z.tuple([z.number(), z.number()])).min(4)

export const DrawArea = z.strictObject({
  area: z.uuid(),
  version: z.uuid(),
  /** The number that the page showed as the next: a version drawn meanwhile is noticed. */
  number: z.number().int().min(1),
  name: z.string().trim().min(1).max(nameLettersMax),
  note: z.string().trim().max(noteLettersMax),
  source: z.enum(areaSources),
  shape: z.array(z.array(ring)).max(pointsMax),
  postcodes: z.array(z.string().max(8)).max(postcodesMax),
})
export type DrawArea = z.infer<typeof DrawArea>

export type AreaState = {
  readonly lastNumber: number
  /** What the campaigns that follow the area do about it. */
  readonly following: readonly Draft[]
}

export const drawArea: Command<DrawArea, AreaState> = command({
  name: 'areas.draw-area',
  input: DrawArea,
  may: 'areas.draw',
  decide(state, input) {
    const { name, note, ...body } = input
    if (input.number !== state.lastNumber + 1) return refuse('already-done')
    if (!sizeIsRight(input)) return refuse('invalid', { shape: 'size' })
    const drawn = areaDrawn({ subjects: [], body, words: { name, note } })
    return decided([drawn, ...state.following], { area: input.area, number: input.number })
  },
})

/** Something is in it, and no more than can be drawn. */
export function sizeIsRight(extent: Extent): boolean {
  const isEmpty = extent.shape.length === 0 && extent.postcodes.length === 0
  return !isEmpty && pointsIn(extent) <= pointsMax
}

export function pointsIn({ shape }: Pick<Extent, 'shape'>): number {
  return shape.flat().reduce((sum, one) => sum + one.length, 0)
}
