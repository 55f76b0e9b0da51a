// Which is faster over the same 33 million candidate pairs, our engine or the same work as SQL in
// DuckDB? Both with four threads, one after the other in one run, and their links compared.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { soundOf } from '../matching/index.ts'
import type { Part } from './link.ts'
import { type LinkRun, runLink } from './link-child.ts'
import { type Database, openDuckdb } from './link-duckdb-open.ts'
import {
  blockSql,
  columnOf,
  type Field,
  prepareSql,
  raritySql,
  scoreSql,
  type WeightOf,
  withRarity,
} from './link-duckdb-sql.ts'
import { type Links, linksIn } from './link-links.ts'
import { type LearntModel, type RuleWords, readModel, withRules } from './link-model.ts'
import { stagesOf } from './link-stages.ts'
import { writeSynthetic } from './link-synthetic.ts'
import type { Figure } from './result.ts'

const recordsUsual = 1_000_000
/** A model needs no more to be learnt from. */
const recordsToLearn = 100_000
const threads = 4
const leastWeight = 4
const shareMax = 0.5
/** Fewer would not be the same work. */
const candidatesShareMin = 0.99

/** The same as `wideRules` of the SQL. */
const rules: readonly RuleWords[] = [
  { own: ['date'], splink: 'l."dob" = r."dob"' },
  { own: ['postcode'], splink: 'l."postcode" = r."postcode"' },
  {
    own: ['family', 'given start'],
    splink:
      'l."surname" = r."surname" AND ' +
      'SUBSTRING(l."first_name", 1, 1) = SUBSTRING(r."first_name", 1, 1)',
  },
]

const mapping = {
  id: 'record_id',
  columns: {
    first_name: 'given name',
    surname: 'family name',
    dob: 'date of birth',
    postcode: 'postcode',
    email: 'email',
  },
} as const

export const part: Part = async ({ seed, count = recordsUsual, dataDir, io }) => {
  const database = await openDuckdb(threads)
  if (!database) {
    io.note('DuckDB is not installed here; npm install --no-save @duckdb/node-api brings it.')
    return []
  }
  const folder = join(dataDir, 'duckdb')
  mkdirSync(folder, { recursive: true })
  try {
    const model = await wideModel({ folder, seed })
    const file = synthetic({ folder, seed }, count)
    const link = () => runLink({ files: [file], mapping, stem: join(folder, 'wide'), model })
    const before = await link()
    const timed = await runDuckdb(database, { file, model: readModel(model) })
    const runs = [before, await link()] as const
    return figuresOf(runs, timed, await database.links(leastWeight))
  } finally {
    database.close()
  }
}

type Place = { readonly folder: string; readonly seed: number }

function synthetic({ folder, seed }: Place, records: number): string {
  const file = join(folder, `records-${records}.csv`)
  if (!existsSync(file)) writeSynthetic(file, { records, seed })
  return file
}

/** Learnt by the engine, then handed back with other rules of where to look. */
async function wideModel(place: Place): Promise<string> {
  const stem = join(place.folder, 'learnt')
  const learnt = `${stem}-model-${place.seed}.json`
  const file = synthetic(place, recordsToLearn)
  if (!existsSync(learnt)) await runLink({ files: [file], mapping, stem, model: learnt })
  const wide = join(place.folder, 'wide-model.json')
  const text = withRules(readFileSync(learnt, 'utf8'), rules)
  writeFileSync(wide, text)
  return wide
}

type Timed = { readonly block: number; readonly score: number; readonly candidates: number }

async function runDuckdb(
  database: Database,
  { file, model }: { readonly file: string; readonly model: LearntModel },
): Promise<Timed> {
  const weightOf: WeightOf = (field, level) => model.weightOf(field, level)
  await database.fillSounds(file, soundOf)
  await database.run(prepareSql(file))
  for (const field of Object.keys(columnOf) as Field[]) {
    await database.run(raritySql(field, model.mOf(field, 'exact')))
  }
  await database.run(withRarity)
  const block = await database.run(blockSql)
  const candidates = await database.count('candidates')
  const score = await database.run(scoreSql(model.start, weightOf, leastWeight))
  return { block, score, candidates }
}

type Runs = readonly [LinkRun, LinkRun]

function figuresOf(runs: Runs, timed: Timed, theirs: Links): Figure[] {
  const ours = linksIn(runs[0].pairs, leastWeight)
  const [before, after] = runs.map(secondsOf)
  const mean = ((before ?? 0) + (after ?? 0)) / 2
  const share = mean / (timed.block + timed.score)
  const compared = (runs[0].said.counts as { compared?: number } | undefined)?.compared ?? 0
  const links = `links of weight ${leastWeight} or more`
  return [
    { measure: 'candidate pairs, engine', figure: compared, unit: '' },
    { measure: 'candidate pairs, DuckDB', figure: timed.candidates, unit: '' },
    {
      measure: "the engine's candidates as a share of DuckDB's",
      figure: compared / timed.candidates,
      unit: '',
      digits: 4,
      target: { is: 'at least', value: candidatesShareMin },
    },
    seconds('engine, block and score, before DuckDB', before ?? 0),
    seconds('engine, block and score, after DuckDB', after ?? 0),
    seconds('DuckDB, block', timed.block),
    seconds('DuckDB, score', timed.score),
    {
      measure: "engine's time as a share of DuckDB's, block and score",
      figure: share,
      unit: '',
      digits: 3,
      target: { is: 'at most', value: shareMax },
    },
    { measure: `${links}, engine`, figure: ours.size, unit: '' },
    { measure: `${links}, DuckDB`, figure: theirs.size, unit: '' },
    {
      measure: 'links that both found, of those that either found',
      figure: ours.sharedWith(theirs),
      unit: '',
      digits: 4,
    },
  ]
}

function secondsOf(run: LinkRun): number {
  const stages = stagesOf(run)
  return (stages.get('block') ?? 0) + (stages.get('score') ?? 0)
}

function seconds(measure: string, figure: number): Figure {
  return { measure, figure, unit: 's', digits: 2 }
}
