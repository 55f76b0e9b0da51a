// How right are links on published labelled sets, with no label seen? Each set with and without
// its trusted number, in another order and under other ids than it was published with.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CommandProblem } from '../cli/command.ts'
import type { Part } from './link.ts'
import { type Known, type Measured, measure, shuffledRows, truthOf } from './link-measure.ts'
import { type LabelledSet, labelledSets } from './link-sets.ts'
import { type Row, readTable } from './link-table.ts'
import type { Figure } from './result.ts'

const samePrecisionMin = 0.999

export const part: Part = async ({ given, what, seed, dataDir, io }) => {
  if (given === undefined) {
    if (what?.split(',').includes('accuracy')) throw noFolder()
    io.note('The labelled sets lie outside Doorstep; name their folder with --data.')
    return []
  }
  const there = labelledSets.filter(({ file }) => existsSync(join(given, file)))
  if (there.length === 0) throw noFolder()
  const folder = join(dataDir, 'accuracy')
  mkdirSync(folder, { recursive: true })
  const figures: Figure[] = []
  for (const set of there) {
    const rows = readTable(join(given, set.file))
    for (const isBare of set.trusted ? [false, true] : [false]) {
      const measured = await measure(shuffledRows(knownOf(set, rows, isBare), seed), folder)
      figures.push(...figuresOf(set, measured, isBare))
    }
  }
  return figures
}

function noFolder(): CommandProblem {
  const names = labelledSets.map(({ file }) => file).join(', ')
  return new CommandProblem('no-sets', `Name a folder with --data that holds some of: ${names}.`, 2)
}

function knownOf(set: LabelledSet, rows: readonly Row[], isBare: boolean): Known {
  const kept = Object.entries(set.columns).filter(([name]) => !isBare || name !== set.trusted)
  return {
    name: `${set.file.replace('.csv', '')}${isBare ? '-bare' : ''}`,
    rows,
    truth: truthOf(rows.map(set.truth)),
    columns: Object.fromEntries(kept),
    trusted: isBare ? undefined : set.trusted,
  }
}

function figuresOf({ file, trusted, targets }: LabelledSet, found: Measured, isBare: boolean) {
  const name = file.replace('.csv', '') + (isBare ? ` without ${trusted}` : '')
  const f1Min = isBare ? targets.f1Bare : targets.f1
  const gapMax = isBare ? undefined : targets.gap
  return [
    share(`${name}: F1 of clusters`, found.clusters.f1, f1Min),
    share(`${name}: precision of clusters`, found.clusters.precision),
    share(`${name}: recall of clusters`, found.clusters.recall),
    share(`${name}: people whose cluster is exactly theirs`, found.exact),
    share(`${name}: F1 of the listed pairs`, found.listed.f1),
    share(`${name}: F1 at the best threshold, labels in hand`, found.best.f1),
    {
      ...share(`${name}: below the best threshold by`, found.best.f1 - found.clusters.f1),
      ...(gapMax === undefined ? {} : { target: { is: 'at most', value: gapMax } as const }),
    },
    share(`${name}: precision of pairs called same`, found.same.precision, samePrecisionMin),
    ...safetyFigures(name, found),
    { measure: `${name}: whole run`, figure: found.run.seconds, unit: 's' },
  ]
}

export function safetyFigures(name: string, found: Measured): Figure[] {
  const { merged, same, unsafe, reviews, rightReviews } = found
  const none = { is: 'exactly', value: 0 } as const
  return [
    share(`${name}: precision of all that same joins`, merged.precision, samePrecisionMin),
    share(`${name}: recall of all that same joins`, merged.recall),
    { measure: `${name}: pairs called same`, figure: same.found, unit: '' },
    { measure: `${name}: pairs for review`, figure: reviews, unit: '' },
    { measure: `${name}: of them one person`, figure: rightReviews, unit: '' },
    {
      measure: `${name}: joined across two numbers`,
      figure: unsafe.numbers,
      unit: '',
      target: none,
    },
    {
      measure: `${name}: joined across two dates of birth`,
      figure: unsafe.births,
      unit: '',
      target: none,
    },
  ]
}

export function share(measure: string, figure: number, min?: number): Figure {
  const target = min === undefined ? {} : { target: { is: 'at least', value: min } as const }
  return { measure, figure, unit: '', digits: 4, ...target }
}
