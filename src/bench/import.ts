// How long does a council wait for its list, and how much memory does that take?
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemActor } from '../access/index.ts'
import { openDatabase } from '../cli/database.ts'
import { generateDistrict } from '../demo/generate/index.ts'
import { dwellingDrafts, placeDrafts } from '../demo/load-places.ts'
import { actInBulk, foundCouncil } from '../events/index.ts'
import { newId } from '../kernel/ids.ts'
import { openNode } from '../main.ts'
import { projectRoot } from '../store/root.ts'
import type { Bench, BenchOptions } from './bench.ts'
import { writeListFile } from './list-file.ts'
import type { Figure } from './result.ts'

/** Rows of a file to the seconds it may take. */
const sizes = [
  { rows: 6_500, secondsMax: 10 },
  { rows: 60_000, secondsMax: 90 },
]
const memoryMbMax = 300
const draftsPerAppend = 2_000

export const bench: Bench = async ({ seed, count, io, dataDir }) => {
  const chosen = count === undefined ? sizes : sizes.filter(({ rows }) => rows <= count)
  const figures: Figure[] = []
  for (const { rows, secondsMax } of chosen) {
    const council = `E070000${10 + figures.length}`
    await makeDistrict({ dataDir, seed, io }, council)
    const file = join(dataDir, `list-${rows}.csv`)
    writeListFile(file, { rows, seed })
    const { seconds, memoryMb, unaccounted } = await importFile({ dataDir, council, file, rows })
    const size = `${rows.toLocaleString('en-GB')} rows`
    figures.push(
      { measure: size, figure: seconds, unit: 's', target: { is: 'at most', value: secondsMax } },
      {
        measure: `${size}, most memory`,
        figure: memoryMb,
        unit: 'MB',
        target: { is: 'at most', value: memoryMbMax },
      },
      {
        measure: `${size}, without an account`,
        figure: unaccounted,
        unit: '',
        target: { is: 'exactly', value: 0 },
      },
    )
  }
  const load = './doorstep import of a shielded patient list, into a district with all its homes'
  return { name: 'import', load, seed, figures }
}

/** Villages, zones, streets and homes of the district, and nobody in them. */
async function makeDistrict(
  { dataDir, seed }: Pick<BenchOptions, 'dataDir' | 'seed' | 'io'>,
  council: string,
): Promise<void> {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  try {
    const id = council.toLowerCase()
    await foundCouncil(node, { id, name: `Import ${council}`, gss: council, practice: true })
    const { places } = generateDistrict({ size: 'W1', seed })
    const drafts = [...placeDrafts(places), ...dwellingDrafts(places)]
    await actInBulk(node, systemActor(id), {
      id: newId(),
      name: 'bench.places',
      contentHash: new Uint8Array(),
      async work(_tx, append) {
        for (let from = 0; from < drafts.length; from += draftsPerAppend) {
          await append(drafts.slice(from, from + draftsPerAppend))
        }
        return {}
      },
    })
    await node.store.takeStock()
  } finally {
    await node.store.close()
    await database.stop()
  }
}

type Import = {
  readonly dataDir: string
  readonly council: string
  readonly file: string
  readonly rows: number
}

/** From the command to its end: install check, database, reading, preview, loading. */
async function importFile({ dataDir, council, file, rows }: Import) {
  const words = ['import', '--council', council, '--list', 'spl', '--json', '--data', dataDir, file]
  const startedMs = performance.now()
  const child = spawn(join(projectRoot, 'doorstep'), words, {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const parts: Buffer[] = []
  child.stdout.on('data', part => parts.push(part))
  const memory = watchMemory(child)
  const [code] = await once(child, 'close')
  const seconds = (performance.now() - startedMs) / 1000
  if (code !== 0) throw new Error(`The import ended with ${code}.`)
  const answer = JSON.parse(Buffer.concat(parts).toString('utf8').trim().split('\n').at(-1) ?? '')
  const { accepted, changed, unchanged, needs_review, rejected } = answer
  const accounted = accepted + changed + unchanged + needs_review + rejected
  return { seconds, memoryMb: memory(), unaccounted: Math.abs(rows - accounted) }
}

/** The most that the process ever held at once, as the kernel counts it. */
function watchMemory(child: ChildProcess): () => number {
  let most = 0
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0))
    } catch {}
  }, 100)
  return () => {
    clearInterval(timer)
    return most / 1024
  }
}
