// `./doorstep demo-data`: the invented district as list files, and loaded to look at.
import { resolve } from 'node:path'
import { countDemo, loadDemo, type Size, writeDemoFiles } from '../demo/index.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { openDatabase } from './database.ts'

const sizes: readonly Size[] = ['W0', 'W1']
const seedMax = 2 ** 31 - 1

export const command: Command = {
  name: 'demo-data',
  summary: 'write the invented district as list files, and load it',
  options: {
    size: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string' },
    load: { type: 'boolean' },
    'files-only': { type: 'boolean' },
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const { size, seed, folder, isLoading } = readOptions(args.options)
  const files = await writeDemoFiles(folder, { size, seed })
  io.say(`${files.length} list files are in ${folder}`)
  for (const { name, rows } of files) io.say(`  ${name}: ${rows.toLocaleString('en-GB')} rows`)
  const loaded = isLoading ? await load(args, io, { size, seed }) : null
  io.answer({ size, seed, folder, files, loaded })
  return 0
}

function readOptions(options: Arguments['options']) {
  const { size = 'W1', seed: asked = '1' } = options
  const known = sizes.find(one => one === size)
  if (!known) throw new CommandProblem('size-wrong', 'Give --size W0 or --size W1.', 2)
  const seed = Number(asked)
  if (!Number.isInteger(seed) || seed < 0 || seed > seedMax || asked === '') {
    throw new CommandProblem('seed-wrong', `Give --seed a whole number from 0 to ${seedMax}.`, 2)
  }
  if (options.load && options['files-only']) {
    throw new CommandProblem('wrong-use', 'Give --load or --files-only, not both.', 2)
  }
  const folder = resolve(String(options.out ?? `demo-data-${known}-${seed}`))
  return { size: known, seed, folder, isLoading: !options['files-only'] }
}

async function load(args: Arguments, io: Io, asked: { size: Size; seed: number }) {
  const { openNode } = await import('../main.ts')
  const database = await openDatabase(args.dataDir)
  const node = await openNode(database)
  try {
    const { progress, note } = io
    const { size, seed, openingMs } = await loadDemo(node, { ...asked, progress, note })
    const counts = await countDemo(node)
    io.say(`South Vale Council is loaded: ${counts.people} people, ${counts.attempts} attempts.`)
    return { size, seed, opens_at: new Date(openingMs).toISOString(), ...counts }
  } finally {
    await node.store.close()
    await database.stop()
  }
}
