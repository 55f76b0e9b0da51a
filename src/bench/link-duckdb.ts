// Which is faster over the same 35 million candidate pairs, our engine or the same work as SQL in
// DuckDB? Both are handed one Splink model and have four threads, one after the other in one run,
// and their links are compared.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from './link.ts'
import { type LinkRun, runLink } from './link-child.ts'
import { type Database, openDuckdb } from './link-duckdb-open.ts'
import { blockSql, prepareSql, scoreSql } from './link-duckdb-sql.ts'
import { type Links, linksIn } from './link-links.ts'
import { wideModel } from './link-splink.ts'
import { stagesOf } from './link-stages.ts'
import { writeSynthetic } from './link-synthetic.ts'
import type { Figure } from './result.ts'

const duckdb = '@duckdb/node-api@1.5.6-r.1'
const recordsUsual = 1_000_000
const threads = 4
const leastWeight = 4
const shareMax = 0.5
/** Fewer would not be the same work. */
const candidatesShareMin = 0.99

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
    io.note(`DuckDB is not installed here; npm install --no-save ${duckdb} brings it.`)
    return []
  }
  const folder = join(dataDir, 'duckdb')
  mkdirSync(folder, { recursive: true })
  try {
    const model = join(folder, 'wide-model.json')
    writeFileSync(model, JSON.stringify(wideModel))
    const file = join(folder, `records-${count}.csv`)
    if (!existsSync(file)) writeSynthetic(file, { records: count, seed })
    const link = () => runLink({ files: [file], mapping, stem: join(folder, 'wide'), model })
    const before = await link()
    const timed = await runDuckdb(database, file)
    const runs = [before, await link()] as const
    return figuresOf(runs, timed, await database.links(leastWeight))
  } finally {
    database.close()
  }
}

type Timed = { readonly block: number; readonly score: number; readonly candidates: number }

async function runDuckdb(database: Database, file: string): Promise<Timed> {
  for (const statement of prepareSql(file, wideModel)) await database.run(statement)
  const block = await database.run(blockSql(wideModel))
  const candidates = await database.count('candidates')
  const score = await database.run(scoreSql(wideModel, leastWeight))
  return { block, score, candidates }
}

type Runs = readonly [LinkRun, LinkRun]

function figuresOf(runs: Runs, timed: Timed, theirs: Links): Figure[] {
  const ours = linksIn(runs[0].pairs, leastWeight)
  const [before = 0, after = 0] = runs.map(secondsOf)
  const share = (before + after) / 2 / (timed.block + timed.score)
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
    seconds('engine, block and score, before DuckDB', before),
    seconds('engine, block and score, after DuckDB', after),
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
