// How right and how fast is `./doorstep link`? It is driven as anybody would drive it, by its
// command line; only the lookup of one caller is asked from within.
import { loadavg } from 'node:os'
import { CommandProblem } from '../cli/command.ts'
import type { Bench, BenchOptions } from './bench.ts'
import type { Figure } from './result.ts'

export type Part = (options: BenchOptions) => Promise<Figure[]>

const parts: Readonly<Record<string, () => Promise<{ part: Part }>>> = {
  accuracy: () => import('./link-accuracy.ts'),
  labelled: () => import('./link-labelled.ts'),
  speed: () => import('./link-speed.ts'),
  duckdb: () => import('./link-duckdb.ts'),
  lookup: () => import('./link-lookup.ts'),
}

export const bench: Bench = async options => {
  const { what, seed } = options
  const names = what === undefined ? Object.keys(parts) : what.split(',')
  const figures: Figure[] = []
  const before = average()
  for (const name of names) {
    const load = parts[name]
    if (!load) {
      const all = Object.keys(parts).join(', ')
      throw new CommandProblem('no-such-part', `--what takes one or some of: ${all}.`, 2)
    }
    const { part } = await load()
    figures.push(...(await part(options)))
  }
  const load = `${names.join(', ')}; load average ${before} to ${average()}`
  return { name: 'link', load, seed, figures }
}

function average(): string {
  return (loadavg()[0] ?? 0).toFixed(1)
}
