// Which corners were typed? One to a line, latitude first as people say it; for who cannot draw.
import type { Position, Ring } from './terms.ts'

export type Corners = { readonly ring: Ring } | { readonly wrongLine: number }

const line = /^\s*([+-]?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*$/

/** Closed by itself: nobody need type the first corner twice. */
export function readCorners(text: string): Corners {
  const ring: Position[] = []
  for (const [at, said] of text.split(/\r?\n/).entries()) {
    if (said.trim() === '') continue
    const [, latitude, longitude] = line.exec(said) ?? []
    if (latitude === undefined || longitude === undefined) return { wrongLine: at + 1 }
    ring.push([Number(longitude), Number(latitude)])
  }
  const [first] = ring
  const last = ring.at(-1)
  const isClosed = first !== undefined && first[0] === last?.[0] && first[1] === last?.[1]
  return { ring: first && !isClosed ? [...ring, first] : ring }
}

/** As they are typed again, to be changed. */
export function writeCorners(ring: Ring): string {
  return ring.map(([longitude, latitude]) => `${latitude}, ${longitude}`).join('\n')
}
