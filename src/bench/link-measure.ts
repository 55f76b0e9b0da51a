// One table of rows whose truth is known: what did one link make of it?
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { stream } from '../demo/generate/random.ts'
import { type LinkRun, runLink } from './link-child.ts'
import { type Unsafe, unsafeOf } from './link-safety.ts'
import {
  bestThreshold,
  exactShare,
  openJoining,
  type Score,
  scoreClusters,
  scoreOf,
  scorePairs,
  type Truth,
  wantedPairs,
} from './link-score.ts'
import { type Row, readClusters, readPairs, type ScoredPair, writeTable } from './link-table.ts'

/** Ten pairs a minute, by keyboard. */
const pairsAnHour = 600

export type Known = {
  readonly name: string
  readonly rows: readonly Row[]
  readonly truth: Truth
  /** Column to role; only these columns are written. */
  readonly columns: Readonly<Record<string, string>>
  readonly trusted: string | undefined
}

export type Measured = {
  readonly run: LinkRun
  readonly pairs: readonly ScoredPair[]
  readonly clusters: Score
  readonly exact: number
  readonly listed: Score
  /** Pairs called `same`, and all that their joining makes one. */
  readonly same: Score
  readonly merged: Score
  /** With every pair for review judged rightly. */
  readonly reviewed: Score
  /** With an hour's worth of them judged, the strongest first. */
  readonly reviewedHour: Score
  readonly reviews: number
  readonly rightReviews: number
  readonly best: { readonly f1: number; readonly weight: number }
  readonly unsafe: Unsafe
}

/** Shuffled, and under ids that say nothing: neither order nor name may give the truth away. */
export function shuffledRows(known: Known, seed: number): Known {
  const order = stream(seed, `link/${known.name}`).shuffled([...known.rows.keys()])
  const rows = order.map(at => known.rows[at] as Row)
  return { ...known, rows, truth: Int32Array.from(order, at => known.truth[at] ?? -1) }
}

export async function measure(known: Known, folder: string): Promise<Measured> {
  mkdirSync(folder, { recursive: true })
  const { rows, columns, truth, name } = known
  const ids = rows.map((_, at) => `r${at + 1}`)
  const numbers = new Map(ids.map((id, at) => [id, at]))
  const stem = join(folder, name)
  const header = ['row id', ...Object.keys(columns)]
  const written = rows.map((row, at) => ({ ...row, 'row id': ids[at] ?? '' }))
  writeTable(`${stem}.csv`, header, written)
  const mapping = { id: 'row id', columns }
  const run = await runLink({ files: [`${stem}.csv`], mapping, stem })
  const pairs = readPairs(run.pairs, numbers)
  const clusters = readClusters(run.clusters, numbers)
  return { run, ...judged(known, pairs), ...ofClusters(clusters, truth) }
}

function ofClusters(clusters: Int32Array, truth: Truth) {
  return { clusters: scoreClusters(clusters, truth), exact: exactShare(clusters, truth) }
}

function judged(known: Known, pairs: readonly ScoredPair[]) {
  const { truth } = known
  const same = pairs.filter(({ decision }) => decision === 'same')
  const review = pairs.filter(({ decision }) => decision === 'review')
  const isRight = ({ a, b }: ScoredPair) => truth[a] === truth[b]
  const right = review.filter(isRight)
  const hour = review.toSorted((one, other) => other.weight - one.weight).slice(0, pairsAnHour)
  return {
    pairs,
    listed: scorePairs(pairs, truth),
    same: scorePairs(same, truth),
    merged: scoreJoined(same, truth),
    reviewed: scoreJoined([...same, ...right], truth),
    reviewedHour: scoreJoined([...same, ...hour.filter(isRight)], truth),
    reviews: review.length,
    rightReviews: right.length,
    best: bestThreshold(pairs, truth),
    unsafe: unsafeOf(same, { ...known, born: bornColumn(known) }),
  }
}

function scoreJoined(pairs: readonly ScoredPair[], truth: Truth): Score {
  const joining = openJoining(truth)
  for (const { a, b } of pairs) joining.join(a, b)
  const { found, right } = joining
  return scoreOf({ found, right, wanted: wantedPairs(truth) })
}

function bornColumn({ columns }: Known): string {
  return Object.keys(columns).find(name => columns[name] === 'date of birth') ?? ''
}

/** Labels of any kind as numbers. */
export function truthOf(labels: readonly string[]): Truth {
  const known = new Map<string, number>()
  for (const label of labels) if (!known.has(label)) known.set(label, known.size)
  return Int32Array.from(labels, label => known.get(label) ?? -1)
}
