// What is the best that long runs have found for a set? Kept in a file, made again by
// `./doorstep bench rounds --what long`; a shorter walk always takes the place of a longer one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../store/root.ts'

/** In the source, wherever the program was built to. */
const file = join(projectRoot, 'src/bench/data/rounds-best.json')

export type Bests = Record<string, number>

export function readBests(): Bests {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Bests) : {}
}

export function keepBests(found: Bests): void {
  const bests = readBests()
  for (const [name, metres] of Object.entries(found)) {
    bests[name] = Math.min(bests[name] ?? Number.POSITIVE_INFINITY, metres)
  }
  const sorted = Object.fromEntries(Object.entries(bests).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(file, `${JSON.stringify(sorted, undefined, 2)}\n`)
}
