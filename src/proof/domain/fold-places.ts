// Where does a place lie? The tree of places as the log tells it, up to a position.
import type { Id } from '../../kernel/ids.ts'
import { idIn, type LogEntry } from './log-entry.ts'

type Place = { readonly kind: string; readonly name: string; readonly parent: Id | null }
export type Places = Map<Id, Place>

export const placeKinds = ['places.PlaceAdded', 'places.PlaceRenamed']

export function tellPlaces(places: Places, { kind, body, ...entry }: LogEntry): void {
  const id = idIn({ kind, body, ...entry }, 'place')
  const name = String(body.name)
  const known = places.get(id)
  if (kind === 'places.PlaceRenamed' && known) places.set(id, { ...known, name })
  if (kind === 'places.PlaceAdded') {
    places.set(id, { kind: String(body.kind), name, parent: body.parent as Id | null })
  }
}

/** The place itself, and everything above it. */
export function pathOf(places: Places, id: Id | null): readonly Id[] {
  const path: Id[] = []
  for (let at = id; at !== null && !path.includes(at); at = places.get(at)?.parent ?? null) {
    path.push(at)
  }
  return path
}

/** The village that it is, or lies in; null where none is known. */
export function villageOf(places: Places, id: Id | null): Id | null {
  return pathOf(places, id).find(one => places.get(one)?.kind === 'village') ?? null
}
