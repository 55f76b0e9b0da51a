// Is every row of many versions accounted for, does a second pass change nothing, and do millions
// of rows fit? `--what versions`: eight versions of one list. `--what many`: a list for each of
// eight councils, two of them at a time, with 2.2 million rows between them, or so many as `--rows`
// says. `--what joins`: whom the loads of five labelled lists join, and about whom they ask.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../cli/database.ts'
import type { Bench, BenchOptions } from './bench.ts'
import { makeDistrict } from './empty-district.ts'
import { importFile } from './import-file.ts'
import { writeListFile, writeListFiles } from './list-file.ts'
import { benchJoins } from './lists-joins.ts'
import type { BenchResult, Figure } from './result.ts'

const versionsCount = 8
const rowsOfVersions = 75_000
const rowsOfMany = 2_200_000
/** Each takes a core for itself and one of the database. */
const importsAtOnce = 2
const secondsOfMany = 3_600
/** Of the largest file to the smallest: flat is what does not grow with what is there already. */
const growthMax = 1.25
/** The last rows may not take much longer than the first. */
const paceMin = 0.8
const districtOf = (at: number) => `E070000${String(10 + at)}`

export const bench: Bench = options => {
  if (options.what === 'joins') return benchJoins(options)
  return options.what === 'many' ? benchMany(options) : benchVersions(options)
}

type Told = Awaited<ReturnType<typeof importFile>>

async function benchVersions(options: BenchOptions): Promise<BenchResult> {
  const { seed, dataDir, io, count = rowsOfVersions } = options
  const council = districtOf(0)
  await makeDistrict({ dataDir, seed, io }, council)
  const files = Array.from({ length: versionsCount }, (_, at) => join(dataDir, `v${at + 1}.csv`))
  const rows = writeListFiles(files, { rows: count, seed })
  const told = await inOrder(options, files, at => ({ council, rows: rows[at] ?? 0 }))
  const again = await inOrder(options, files, at => ({ council, rows: rows[at] ?? 0 }))
  const other = join(dataDir, 'again.csv')
  writeFileSync(other, asNextVersion(readFileSync(files.at(-1) ?? '', 'utf8')))
  const last = await inOrder(options, [other], () => ({ council, rows: rows.at(-1) ?? 0 }))
  const shown = count.toLocaleString('en-GB')
  const load = `${shown} rows of the district over ${versionsCount} versions`
  const figures = [
    ...rowFigures(told, { rows: count, seconds: secondsOf(told) }),
    { ...exactlyNone('second pass of the same files, changes'), figure: changesOf(again) },
    { ...exactlyNone('the last version under a new number, changes'), figure: changesOf(last) },
  ]
  return { name: 'lists', load, seed, figures }
}

async function benchMany(options: BenchOptions): Promise<BenchResult> {
  const { seed, dataDir, io, count = rowsOfMany } = options
  const each = Math.floor(count / versionsCount)
  const file = join(dataDir, 'many.csv')
  const councils = Array.from({ length: versionsCount }, (_, at) => districtOf(at))
  for (const council of councils) await makeDistrict({ dataDir, seed, io }, council)
  writeListFile(file, { rows: each, seed })
  const startedMs = performance.now()
  const told = await atOnce(options, councils, council =>
    importFile({ dataDir, council, file, rows: each }),
  )
  const seconds = (performance.now() - startedMs) / 1000
  const hour = { is: 'at most', value: secondsOfMany } as const
  const figures: Figure[] = [
    { measure: 'all of them', figure: seconds, unit: 's', target: hour },
    ...paceFigures(told),
    ...rowFigures(told, { rows: each * versionsCount, seconds }),
  ]
  const load = `${count.toLocaleString('en-GB')} rows in files of ${each.toLocaleString('en-GB')}`
  return { name: 'lists', load, seed, figures }
}

/** Two at a time, into one server that stays. */
async function atOnce(
  { dataDir, io }: BenchOptions,
  councils: readonly string[],
  importInto: (council: string) => Promise<Told>,
): Promise<Told[]> {
  const database = await openDatabase(dataDir, { url: undefined })
  const progress = io.progress('Councils', councils.length)
  const told: Told[] = []
  const left = [...councils]
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      told.push(await importInto(next))
      progress.update(told.length)
    }
  }
  try {
    await Promise.all(Array.from({ length: importsAtOnce }, work))
  } finally {
    await database.stop()
  }
  progress.end()
  return told
}

type About = (at: number) => { readonly council: string; readonly rows: number }

async function inOrder({ dataDir, io }: BenchOptions, files: readonly string[], about: About) {
  const told: Told[] = []
  const progress = io.progress('Files', files.length)
  for (const [at, file] of files.entries()) {
    told.push(await importFile({ dataDir, file, ...about(at) }))
    progress.update(at + 1)
  }
  progress.end()
  return told
}

type All = { readonly rows: number; readonly seconds: number }

function rowFigures(told: readonly Told[], { rows, seconds }: All): Figure[] {
  const unaccounted = told.reduce((sum, one) => sum + one.unaccounted, 0)
  return [
    { measure: 'rows a second', figure: rows / seconds, unit: '' },
    { measure: 'most memory', figure: Math.max(...told.map(one => one.memoryMb)), unit: 'MB' },
    { ...exactlyNone('rows without an account'), figure: unaccounted },
  ]
}

/** From the first tenth of the first file to the last tenth of the last one. */
function paceFigures(told: readonly Told[]): Figure[] {
  const [first, last] = [told[0]?.pace, told.at(-1)?.pace]
  if (!first || !last) return []
  const growth = Math.max(...told.map(one => one.memoryMb)) / (told[0]?.memoryMb ?? 1)
  const flat = { is: 'at most', value: growthMax } as const
  const steady = { is: 'at least', value: paceMin } as const
  return [
    { measure: 'rows a second at the start', figure: first.first, unit: '' },
    { measure: 'rows a second at the end', figure: last.last, unit: '' },
    { measure: 'the end to the start', figure: last.last / first.first, unit: '', target: steady },
    { measure: 'memory at a tenth of a file', figure: last.importMb[0], unit: 'MB' },
    { measure: 'memory at its end', figure: last.importMb[1], unit: 'MB' },
    { measure: 'database, at a tenth', figure: last.databaseMb[0], unit: 'MB' },
    { measure: 'database, at its end', figure: last.databaseMb[1], unit: 'MB' },
    { measure: 'memory, most to first file', figure: growth, unit: 'times', target: flat },
  ]
}

const exactlyNone = (measure: string) =>
  ({ measure, unit: '', target: { is: 'exactly', value: 0 } }) as const

const secondsOf = (told: readonly Told[]) => told.reduce((sum, { seconds }) => sum + seconds, 0)

const changesOf = (told: readonly Told[]) =>
  told.reduce((sum, { accepted, changed }) => sum + accepted + changed, 0)

/** The same people in the same words; only the column that says which version it is differs. */
function asNextVersion(text: string): string {
  return text.replace(/,8,([^,\n]*)$/gm, ',9,$1')
}
