// Loads a file of places in a test, from text or from the folder of samples.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId } from '../../kernel/ids.ts'
import { isRefusal } from '../../kernel/refusal.ts'
import { projectRoot } from '../../store/root.ts'
import type { TestNode } from '../../testing/make-node.ts'
import { type FileProblem, isFileProblem } from '../domain/terms.ts'
import type { Received } from '../reading/read-file.ts'
import { type Loaded, loadPlaces } from '../store/load.ts'
import type { FileOptions } from '../store/waiting-file.ts'

export function sample(name: string): Buffer {
  return readFileSync(join(projectRoot, 'src/geography/data', name))
}

export function received(content: string | Uint8Array): Received {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return {
    async *open() {
      yield bytes
    },
  }
}

export async function tryLoad(
  t: TestNode,
  content: string | Uint8Array,
  options: Partial<FileOptions> = {},
): Promise<Loaded | FileProblem> {
  const done = await loadPlaces(t.node, t.system, {
    id: newId(),
    name: 'test file',
    file: received(content),
    options: { isInMetres: false, takenAs: null, ...options },
  })
  if (isRefusal(done)) throw new Error(`The file was refused: ${done.refused}`)
  return done
}

export async function load(
  t: TestNode,
  content: string | Uint8Array,
  options: Partial<FileOptions> = {},
): Promise<Loaded> {
  const done = await tryLoad(t, content, options)
  if (isFileProblem(done)) throw new Error(`The file has a problem: ${done.problem}`)
  return done
}

export const header = 'UPRN,ADDRESS,STREET,PARISH_NAME,PARISH_CODE,ZONE,POSTCODE'

export function csv(...rows: string[]): string {
  return `${[header, ...rows].join('\r\n')}\r\n`
}

/** A square of so many thousandths of a degree, far enough from its neighbours. */
export function square(at: number, size = 10): number[][] {
  const west = 0.1 + at * 0.02
  const edge = size / 1000
  return [
    [west, 52.2],
    [west + edge, 52.2],
    [west + edge, 52.2 + edge],
    [west, 52.2 + edge],
    [west, 52.2],
  ]
}

type Properties = Readonly<Record<string, string>>

export function geojson(
  features: readonly { properties: Properties; ring: number[][] }[],
  crs?: string,
): string {
  return JSON.stringify({
    type: 'FeatureCollection',
    ...(crs ? { crs: { type: 'name', properties: { name: crs } } } : {}),
    features: features.map(({ properties, ring }) => ({
      type: 'Feature',
      properties,
      geometry: { type: 'Polygon', coordinates: [ring] },
    })),
  })
}
