// How fast and in how much memory does a long import go, in its first tenth and in its last?
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { databaseProcesses } from './server.ts'

/** What the command said of itself, and what it and its database held at that moment. */
export type Sample = {
  readonly stage: string
  readonly rows: number
  readonly ms: number
  readonly importMb: number
  /** The largest of the database's processes, without what they share. */
  readonly databaseMb: number
}

export type Pace = {
  /** Rows a second, each of them read and loaded. */
  readonly first: number
  readonly last: number
  readonly importMb: readonly [atATenth: number, atTheEnd: number]
  readonly databaseMb: readonly [atATenth: number, atTheEnd: number]
}

/** Listens to a child that was started with its own standard error, and passes on what it says. */
export function watchPace(child: ChildProcess, dataDir: string): readonly Sample[] {
  const samples: Sample[] = []
  if (!child.stderr) throw new Error('The import says nothing.')
  createInterface(child.stderr).on('line', line => {
    const [, stage, rows, rate] = /^(Rows \w+): ([\d,]+)(?:, ([\d,]+) a second)?/.exec(line) ?? []
    if (!stage) return process.stderr.write(`${line}\n`)
    const ms = performance.now()
    const done = numberIn(rows)
    const held = { importMb: megabytesOf(child.pid, 'VmRSS'), databaseMb: largestOf(dataDir) }
    if (samples.at(-1)?.stage !== stage && rate) {
      const startedMs = ms - (done / numberIn(rate)) * 1000
      samples.push({ stage, rows: 0, ms: startedMs, ...held })
    }
    samples.push({ stage, rows: done, ms, ...held })
  })
  return samples
}

/** Nothing of one that was over before it had said enough. */
export function paceOf(samples: readonly Sample[], rows: number): Pace | undefined {
  const stages = [...Map.groupBy(samples, ({ stage }) => stage).values()]
  if (stages.length < 2 || stages.some(stage => stage.length < samplesMin)) return undefined
  const tenth = rows / 10
  const between = (from: number, to: number) =>
    stages.reduce((sum, stage) => sum + momentOf(stage, to) - momentOf(stage, from), 0)
  const perSecond = (ms: number) => (tenth / ms) * 1000
  const early = samples.find(sample => sample.rows >= tenth)
  const late = samples.at(-1)
  return {
    first: perSecond(between(0, tenth)),
    last: perSecond(between(rows - tenth, rows)),
    importMb: [early?.importMb ?? 0, late?.importMb ?? 0],
    databaseMb: [early?.databaseMb ?? 0, late?.databaseMb ?? 0],
  }
}

const samplesMin = 4

/** When so many rows were done, between the two moments at which the command said a number. */
function momentOf(stage: readonly Sample[], rows: number): number {
  const after = stage.findIndex(sample => sample.rows >= rows)
  const [from, to] = [stage[after - 1], stage[after] ?? stage.at(-1)]
  if (!from || !to) return to?.ms ?? 0
  const share = (rows - from.rows) / Math.max(1, to.rows - from.rows)
  return from.ms + share * (to.ms - from.ms)
}

function largestOf(dataDir: string): number {
  return Math.max(0, ...databaseProcesses(dataDir).map(pid => megabytesOf(pid, 'RssAnon')))
}

function megabytesOf(pid: number | undefined, what: 'VmRSS' | 'RssAnon'): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return Number(new RegExp(`${what}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

function numberIn(text = ''): number {
  return Number(text.replaceAll(',', ''))
}
