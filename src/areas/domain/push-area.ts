// Another system says that an area is new, or has moved: a flood warning, an outage polygon. It
// sends a shape and no number; the same version sent again does nothing.
import { z } from 'zod'
import { type Command, command, decided } from '../../events/commands.ts'
import { refuse } from '../../kernel/refusal.ts'
import { coordinatesOf } from './coordinates.ts'
import { type AreaState, sizeIsRight } from './draw-area.ts'
import { areaDrawn } from './events.ts'
import { nameLettersMax, noteLettersMax, type Shape } from './terms.ts'

export const PushArea = z.strictObject({
  area: z.uuid(),
  /** Chosen by the sender, one for each state of the area. */
  version: z.uuid(),
  name: z.string().trim().min(1).max(nameLettersMax),
  note: z.string().trim().max(noteLettersMax),
  /** A polygon, a feature or a collection of them; what is in it is read and judged. */
  geojson: z.looseObject({ type: z.string().max(40) }),
})
export type PushArea = z.infer<typeof PushArea>

export type PushState = AreaState & {
  /** Of this very version, when it was sent before. */
  readonly knownNumber: number | null
  /** Or what is wrong with the shape, as a code. */
  readonly read: { readonly shape: Shape } | { readonly problem: string }
}

export const pushArea: Command<PushArea, PushState> = command({
  name: 'areas.push-area',
  input: PushArea,
  may: 'areas.draw',
  decide(state, { area, version, name, note }) {
    const { knownNumber, lastNumber, read, following } = state
    if (knownNumber !== null) return decided([], { area, number: knownNumber })
    if ('problem' in read) return refuse('invalid', { geojson: read.problem })
    const extent = { shape: coordinatesOf(read.shape), postcodes: [] }
    if (!sizeIsRight(extent)) return refuse('invalid', { geojson: 'too-many-points' })
    const number = lastNumber + 1
    const body = { area, version, number, source: 'feed' as const, ...extent }
    const drawn = areaDrawn({ subjects: [], body, words: { name, note } })
    return decided([drawn, ...following], { area, number })
  },
})
