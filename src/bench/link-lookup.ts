// How long does the lookup of one caller take, among 200,000 people, and is the right one shown?
// The only part that asks from within: a lookup happens in the server, not by a command.
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  newRegister,
  type PersonRecord,
  type Register,
  type Role,
  readModel,
} from '../matching/index.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { Part } from './link.ts'
import { share } from './link-accuracy.ts'
import { runLink } from './link-child.ts'
import { writeSynthetic } from './link-synthetic.ts'
import type { Figure } from './result.ts'

const peopleCount = 200_000
const lookupsUsual = 5_000
const warmUp = 300
const shown = 5
const p99MsMax = 5

/** The columns of the synthetic list, after its id and before its truth. */
const roles = [
  'given name',
  'family name',
  'date of birth',
  'address',
  'postcode',
  'email',
] as const
const columns = ['first_name', 'surname', 'dob', 'address', 'postcode', 'email'] as const

/** What a caller has said so far, by place among the columns, up to which share of callers. */
const askings: readonly (readonly [readonly number[], number])[] = [
  [[0, 1, 2, 4], 0.4],
  [[0, 1, 2], 0.7],
  [[0, 1, 4], 0.9],
  [[0, 1], 1],
]

export const part: Part = async ({ seed, count = lookupsUsual, dataDir }) => {
  const folder = join(dataDir, 'lookup')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `records-${peopleCount}.csv`)
  if (!existsSync(file)) writeSynthetic(file, { records: peopleCount, seed })
  const model = join(folder, 'model.json')
  const mapping = {
    id: 'record_id',
    columns: Object.fromEntries(columns.map((column, at) => [column, roles[at] as string])),
  }
  if (!existsSync(model))
    await runLink({ files: [file], mapping, stem: join(folder, 'fit'), model })
  const known = readModel(readFileSync(model, 'utf8'))
  if (known.kind !== 'own') throw new Error('The learnt model is not of our own form.')
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)
  const register = newRegister({
    model: known.model,
    columns: columns.map((name, at) => ({ name, role: roles[at] as Role })),
  })
  const startedMs = performance.now()
  for (const line of lines) register.add(recordOf(line))
  const fillSeconds = (performance.now() - startedMs) / 1000
  return [
    { measure: 'people in the register', figure: register.size(), unit: '' },
    { measure: 'to fill it', figure: fillSeconds, unit: 's' },
    ...lookUp(register, lines, { count, chance: chanceFrom(seed) }),
  ]
}

function recordOf(line: string): PersonRecord {
  const [id = '', ...cells] = line.split(',')
  return { id, cells: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) }
}

type Asking = { readonly count: number; readonly chance: Chance }

function lookUp(register: Register, lines: readonly string[], { count, chance }: Asking) {
  const times: number[] = []
  const personOf = new Map(lines.map(line => [idOf(line), line.slice(line.lastIndexOf(',') + 1)]))
  let found = 0
  for (let asked = 0; asked < count + warmUp; asked++) {
    const line = lines[Math.floor(chance() * lines.length)] ?? ''
    const cells = askedOf(line, chance)
    const startedMs = performance.now()
    const hits = register.lookup(cells, shown)
    const tookMs = performance.now() - startedMs
    if (asked < warmUp) continue
    times.push(tookMs)
    if (hits.some(({ id }) => personOf.get(id) === personOf.get(idOf(line)))) found += 1
  }
  return [...timesOf(times), share(`the right person among the first ${shown}`, found / count)]
}

const idOf = (line: string) => line.slice(0, line.indexOf(','))

/** One in five is heard wrong in one letter of the surname. */
function askedOf(line: string, chance: Chance): PersonRecord['cells'] {
  const [, ...cells] = line.split(',')
  const luck = chance()
  const [places] = askings.find(([, upTo]) => luck < upTo) ?? [[0, 1, 2]]
  const heard = (cell: string) => (chance() < 0.2 ? cell.slice(0, 2) + cell.slice(3) : cell)
  return Object.fromEntries(
    places.map(at => [columns[at], at === 1 ? heard(cells[at] ?? '') : (cells[at] ?? '')]),
  )
}

function timesOf(times: readonly number[]): Figure[] {
  const sorted = times.toSorted((one, other) => one - other)
  const rank = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0
  const ms = { unit: 'ms', digits: 2 }
  return [
    { measure: 'lookup, p50', figure: rank(0.5), ...ms },
    {
      measure: `lookup, p99 of ${sorted.length}`,
      figure: rank(0.99),
      ...ms,
      target: { is: 'at most', value: p99MsMax },
    },
    { measure: 'lookup, slowest', figure: rank(1), ...ms },
  ]
}
