// Reading and writing the small tables that go into a link and come out of it.
import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Pair } from './link-score.ts'

export type Row = Readonly<Record<string, string>>
export type ScoredPair = Pair & { readonly decision: string; readonly why: string }

export function readTable(file: string): Row[] {
  return parse(readFileSync(file), { columns: true, trim: true, bom: true, skip_empty_lines: true })
}

export function writeTable(file: string, header: readonly string[], rows: readonly Row[]): void {
  const lines = rows.map(row => header.map(name => cellOf(row[name] ?? '')).join(','))
  writeFileSync(file, `${[header.map(cellOf).join(','), ...lines].join('\n')}\n`)
}

export function cellOf(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Ids become the numbers of their rows. */
export function readPairs(file: string, numbers: ReadonlyMap<string, number>): ScoredPair[] {
  return readTable(file).map(row => ({
    a: numberOf(row.id_a, numbers),
    b: numberOf(row.id_b, numbers),
    weight: Number(row.weight),
    decision: row.decision ?? '',
    why: row.why ?? '',
  }))
}

/** Every record must have its cluster: rows in are rows out. */
export function readClusters(file: string, numbers: ReadonlyMap<string, number>): Int32Array {
  const clusters = new Int32Array(numbers.size).fill(-1)
  const names = new Map<string, number>()
  for (const { id, cluster = '' } of readTable(file)) {
    if (!names.has(cluster)) names.set(cluster, names.size)
    clusters[numberOf(id, numbers)] = names.get(cluster) ?? -1
  }
  const lost = clusters.indexOf(-1)
  if (lost >= 0) throw new Error(`Row ${lost + 1} has no cluster.`)
  return clusters
}

function numberOf(id: string | undefined, numbers: ReadonlyMap<string, number>): number {
  const number = numbers.get(id ?? '')
  if (number === undefined) throw new Error(`No row has the id ${id}.`)
  return number
}
