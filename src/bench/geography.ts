// How long does a council wait until its addresses and postcodes are there, all accounted for?
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../cli/database.ts'
import { foundCouncil } from '../events/index.ts'
import { openNode } from '../main.ts'
import { projectRoot } from '../store/root.ts'
import type { Bench } from './bench.ts'
import { placesFiles } from './places-files.ts'
import type { Figure } from './result.ts'

const gss = 'E07000012'
const postcodes = 2_000
const secondsMax = 60

export const bench: Bench = async ({ seed, count = 60_000, dataDir, io }) => {
  await found(dataDir)
  const files = placesFiles({ addresses: count, postcodes, seed })
  const load = (name: keyof typeof files) => loadFile(dataDir, `${name}.csv`, files[name])
  io.note('Parishes first, as villages; not part of the time.')
  await load('parishes')
  const homes = await load('addresses')
  const codes = await load('postcodes')
  const again = await load('addresses')
  const lost = Math.abs(count - homes.accounted) + Math.abs(postcodes - codes.accounted)
  const seconds = homes.seconds + codes.seconds
  const figures: Figure[] = [
    {
      measure: `${count.toLocaleString('en-GB')} addresses and 2,000 postcodes`,
      figure: seconds,
      unit: 's',
      target: { is: 'at most', value: secondsMax },
    },
    { measure: 'addresses', figure: homes.seconds, unit: 's' },
    { measure: 'postcodes', figure: codes.seconds, unit: 's' },
    {
      measure: 'rows without an account',
      figure: lost,
      unit: '',
      target: { is: 'exactly', value: 0 },
    },
    {
      measure: 'rows that the same file again changes',
      figure: again.changes,
      unit: '',
      target: { is: 'exactly', value: 0 },
    },
    { measure: 'rows refused', figure: homes.refused, unit: '' },
    { measure: 'rows that need a person', figure: homes.needsReview, unit: '' },
  ]
  return { name: 'geography', load: './doorstep load-places into an empty council', seed, figures }
}

async function found(dataDir: string): Promise<void> {
  const database = await openDatabase(dataDir, { isServer: true, url: undefined })
  const node = await openNode(database)
  try {
    await foundCouncil(node, { id: 'bench', name: 'Bench Council', gss, practice: true })
  } finally {
    await node.store.close()
    await database.stop()
  }
}

/** From the command to its end: database, reading, planning, writing. */
async function loadFile(dataDir: string, name: string, text: string) {
  const file = join(dataDir, name)
  writeFileSync(file, text)
  const words = ['load-places', '--council', gss, '--json', '--data', dataDir, file]
  const startedMs = performance.now()
  const child = spawn(join(projectRoot, 'doorstep'), words, {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const parts: Buffer[] = []
  child.stdout.on('data', part => parts.push(part))
  const [code] = await once(child, 'close')
  const seconds = (performance.now() - startedMs) / 1000
  if (code !== 0) throw new Error(`Loading ${name} ended with ${code}.`)
  const answer = JSON.parse(Buffer.concat(parts).toString('utf8').trim().split('\n').at(-1) ?? '')
  const { accepted, changed, unchanged, needs_review: needsReview, refused } = answer
  const accounted = accepted + changed + unchanged + needsReview + refused
  return { seconds, accounted, changes: accepted + changed, refused, needsReview }
}
