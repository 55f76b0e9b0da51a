// How right are links on council lists, as dirty as councils receive them, whose truth is known?
// Beside them what Hackney's and Beacon's rules make of the very same rows.
import { join } from 'node:path'
import type { Part } from './link.ts'
import { safetyFigures, share } from './link-accuracy.ts'
import { beaconClusters, hackneyClusters } from './link-baselines.ts'
import { type Known, type Measured, measure, shuffledRows, truthOf } from './link-measure.ts'
import { type LabelledRow, labelledRows } from './link-rows.ts'
import { type Score, scoreClusters } from './link-score.ts'
import type { Figure } from './result.ts'

const reviewedRecallMin = 0.97

const columns = {
  'nhs number': 'national id',
  'first name': 'given name',
  'middle names': 'middle name',
  surname: 'family name',
  'date of birth': 'date of birth',
  'address line 1': 'address',
  'address line 2': 'address',
  town: 'address',
  postcode: 'postcode',
  uprn: 'other',
  'phone 1': 'phone',
  'phone 2': 'phone',
  'e-mail': 'email',
} as const

export const part: Part = async ({ seed, dataDir }) => {
  const rows = labelledRows(seed)
  const truth = truthOf(rows.map(({ person }) => String(person.ref)))
  const { 'nhs number': number, ...bare } = columns
  const folder = join(dataDir, 'labelled')
  const name = 'lists'
  const cells = rows.map(row => row.cells)
  const whole: Known = { name, rows: cells, truth, columns, trusted: 'nhs number' }
  const without = { ...whole, name: `${name}-bare`, columns: bare, trusted: undefined }
  const found = await measure(shuffledRows(whole, seed), folder)
  const foundBare = await measure(shuffledRows(without, seed), folder)
  return [
    ...whatTheyAre(rows),
    ...linkFigures('labelled lists', found),
    ...linkFigures(`labelled lists without ${number}`, foundBare, null),
    ...baseline("Hackney's seven rules", scoreClusters(hackneyClusters(rows), truth)),
    ...baseline("Beacon's three tests", scoreClusters(beaconClusters(rows), truth)),
  ]
}

function linkFigures(name: string, found: Measured, min: number | null = reviewedRecallMin) {
  return [
    ...safetyFigures(name, found),
    share(`${name}: recall with review`, found.reviewed.recall, min ?? undefined),
    share(`${name}: recall with one hour of review, 600 pairs`, found.reviewedHour.recall),
    share(`${name}: precision of clusters`, found.clusters.precision),
    share(`${name}: recall of clusters`, found.clusters.recall),
    share(`${name}: F1 of clusters`, found.clusters.f1),
    share(`${name}: F1 at the best threshold, labels in hand`, found.best.f1),
    { measure: `${name}: whole run`, figure: found.run.seconds, unit: 's' },
  ]
}

function baseline(name: string, { precision, recall, f1 }: Score): Figure[] {
  return [
    share(`${name} on the same rows: precision`, precision),
    share(`${name} on the same rows: recall`, recall),
    share(`${name} on the same rows: F1`, f1),
  ]
}

function whatTheyAre(rows: readonly LabelledRow[]): Figure[] {
  const people = Map.groupBy(rows, ({ person }) => person.ref)
  let [pairs, apart] = [0, 0]
  for (const own of people.values()) {
    own.forEach((one, at) => {
      for (const other of own.slice(at + 1)) {
        pairs += 1
        if (!hasOneNumber(one, other)) apart += 1
      }
    })
  }
  return [
    { measure: 'labelled lists: rows', figure: rows.length, unit: '' },
    { measure: 'labelled lists: people', figure: people.size, unit: '' },
    { measure: 'labelled lists: true pairs', figure: pairs, unit: '' },
    share('labelled lists: true pairs without a number in common', apart / pairs),
  ]
}

function hasOneNumber(one: LabelledRow, other: LabelledRow): boolean {
  const [first, second] = [one, other].map(row => row.cells['nhs number'].replaceAll(' ', ''))
  return Boolean(first) && first === second
}
