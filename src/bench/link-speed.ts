// How long do 100,000 and 1,000,000 records take, from the start of the program to its end, and how
// much memory? With the model fitted on the way, and again with the model that was kept.
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Part } from './link.ts'
import { type LinkRun, runLink } from './link-child.ts'
import { stageFigures } from './link-stages.ts'
import { syntheticColumns, writeSynthetic } from './link-synthetic.ts'
import type { Figure } from './result.ts'

type Size = {
  readonly records: number
  /** Each the target of one of the two runs, where it has one. */
  readonly fitted?: Targets
  readonly kept?: Targets
}
type Targets = { readonly seconds: number; readonly mb?: number }

const sizes: readonly Size[] = [
  { records: 100_000, kept: { seconds: 1.5 } },
  { records: 1_000_000, fitted: { seconds: 16, mb: 1_536 } },
]

export const part: Part = async ({ seed, count, dataDir }) => {
  const folder = join(dataDir, 'speed')
  mkdirSync(folder, { recursive: true })
  const figures: Figure[] = []
  for (const size of sizes.filter(({ records }) => count === undefined || records <= count)) {
    figures.push(...(await measureSize(size, { folder, seed })))
  }
  return figures
}

type Place = { readonly folder: string; readonly seed: number }

async function measureSize({ records, fitted, kept }: Size, { folder, seed }: Place) {
  const stem = join(folder, `records-${records}`)
  const file = `${stem}.csv`
  if (!existsSync(file)) writeSynthetic(file, { records, seed })
  const model = `${stem}-model.json`
  rmSync(model, { force: true })
  const mapping = { id: 'record_id', columns: syntheticColumns }
  const first = await runLink({ files: [file], mapping, stem, model })
  const second = await runLink({ files: [file], mapping, stem, model })
  const name = `${records.toLocaleString('en-GB')} records`
  return [
    ...runFigures(`${name}, model fitted`, first, fitted),
    ...runFigures(`${name}, model kept`, second, kept),
  ]
}

function runFigures(name: string, run: LinkRun, targets?: Targets): Figure[] {
  const atMost = (value?: number) =>
    value === undefined ? {} : { target: { is: 'at most', value } as const }
  return [
    { measure: name, figure: run.seconds, unit: 's', digits: 2, ...atMost(targets?.seconds) },
    { measure: `${name}: processor time`, figure: run.usedSeconds, unit: 's', digits: 2 },
    { measure: `${name}: most memory`, figure: run.peakMb, unit: 'MB', ...atMost(targets?.mb) },
    ...stageFigures(name, run),
  ]
}
