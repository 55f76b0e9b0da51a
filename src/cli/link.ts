// `./doorstep link FILE [FILE2]`: who is who in one list, or between two, without any labels.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import {
  asksForCells,
  type KnownModel,
  type Linked,
  link,
  readModel,
  SqlProblem,
  writeModel,
} from '../matching/index.ts'
import { type Arguments, type Command, CommandProblem, type Io } from './command.ts'
import { headsOf } from './link/columns.ts'
import { readMapping } from './link/read-mapping.ts'
import { type Received, readTable } from './link/read-table.ts'
import { weighTogether } from './link/weigh-together.ts'
import { writeClusters, writePairs } from './link/write-files.ts'

export const command: Command = {
  name: 'link',
  summary: 'find who is who in a CSV file, or between two; nothing is stored',
  words: 'FILE [FILE2]',
  options: {
    columns: { type: 'string' },
    out: { type: 'string' },
    clusters: { type: 'string' },
    model: { type: 'string' },
  },
  run,
}

async function run({ options, words }: Arguments, io: Io): Promise<number> {
  const asked = readOptions(options, words)
  const start = performance.now()
  const mapping = readMapping(asked.columns)
  const known = await knownModel(asked.model)
  const withCells = asksForCells(known)
  const received = await readTable(words, { mapping, withCells })
  const read = performance.now()
  const linked = await explained(asked.model, async () =>
    link(received.table, {
      ...(known ? { model: known } : {}),
      now: () => performance.now(),
      weigh: weighTogether,
    }),
  )
  const done = performance.now()
  writePairs(asked.out, received.table, linked)
  if (asked.clusters) writeClusters(asked.clusters, received.table, linked)
  if (asked.model && !known) {
    writeFileSync(asked.model, writeModel(linked.model, headsOf(mapping)))
  }
  const times = { read: (read - start) / 1000, write: (performance.now() - done) / 1000 }
  tell(io, received, { linked, times })
  return 0
}

type Asked = { columns: string; out: string; clusters?: string; model?: string }

function readOptions(options: Arguments['options'], words: readonly string[]): Asked {
  if (words.length < 1 || words.length > 2) {
    throw new CommandProblem('wrong-use', 'Name one file to de-duplicate, or two to link.', 2)
  }
  const { columns, out, clusters, model } = options as Record<string, string | undefined>
  if (!columns) {
    throw new CommandProblem(
      'no-columns',
      'Say with --columns MAPPING.json what each column is.',
      2,
    )
  }
  if (!out) throw new CommandProblem('no-out', 'Say with --out where the pairs go.', 2)
  return { columns, out, ...(clusters ? { clusters } : {}), ...(model ? { model } : {}) }
}

async function knownModel(file: string | undefined): Promise<KnownModel | undefined> {
  if (!file || !existsSync(file)) return undefined
  return explained(file, () => readModel(readFileSync(file, 'utf8')))
}

async function explained<T>(file: string | undefined, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof SqlProblem)) throw error
    throw new CommandProblem(
      'model-wrong',
      `The model in ${file} is of no use: ${error.message}.`,
      2,
    )
  }
}

type Done = { linked: Linked; times: { read: number; write: number } }

function tell(io: Io, { rows, remarks }: Received, { linked, times }: Done): void {
  const { pairs, thresholds, expected, compared, clusters } = linked
  const same = pairs.filter(({ isSame }) => isSame).length
  const groups = new Set(clusters).size
  for (const remark of remarks) io.note(remark)
  io.say(`${rows.join(' + ')} records, ${compared} pairs looked at.`)
  io.say(`${same} pairs are the same, ${pairs.length - same} are for a person to judge.`)
  io.say(`${groups} people, as far as can be told.`)
  const seconds = { read: times.read, ...linked.seconds, write: times.write }
  const total = Object.values(seconds).reduce((sum, one) => sum + one, 0)
  const counts = { records: rows, compared, same, review: pairs.length - same, clusters: groups }
  const prior = linked.model.prior
  io.answer({ counts, thresholds, expected, prior, seconds: { ...seconds, total }, remarks })
}
