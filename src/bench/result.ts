// What did a bench find? Figures with their target, on which machine, under which load.
import { cpus, totalmem } from 'node:os'
import { styleText } from 'node:util'
import type { Io } from '../cli/command.ts'

export type Figure = {
  readonly measure: string
  readonly figure: number
  readonly unit: string
  /** After the point; else one, and none from a hundred on. */
  readonly digits?: number
  /** None for figures that only explain another. */
  readonly target?: { readonly is: 'at most' | 'at least' | 'exactly'; readonly value: number }
}

export type BenchResult = {
  readonly name: string
  /** What was asked of it: how many clients, how much data. */
  readonly load: string
  readonly seed: number
  readonly figures: readonly Figure[]
}

export function isMet({ figure, target }: Figure): boolean {
  if (!target) return true
  if (target.is === 'exactly') return figure === target.value
  return target.is === 'at most' ? figure <= target.value : figure >= target.value
}

export function machine(): string {
  const model = cpus()[0]?.model.trim() || 'unknown processor'
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} cores (${model}), ${memoryGb} GB, Node ${process.versions.node}`
}

export function tell(io: Io, { name, load, seed, figures }: BenchResult): void {
  io.say(`${name}: ${load}; seed ${seed}; ${machine()}`)
  for (const figure of figures) io.say(lineOf(figure))
}

function lineOf(figure: Figure): string {
  const { measure, unit, target } = figure
  const value = `${rounded(figure)} ${unit}`.trim()
  if (!target) return `          ${measure}: ${value}`
  const word = isMet(figure) ? 'met     ' : styleText('bold', 'MISSED  ')
  return `  ${word}${measure}: ${value} (target ${target.is} ${target.value} ${unit})`.trimEnd()
}

export function answerOf({ name, load, seed, figures }: BenchResult): Record<string, unknown> {
  const told = figures.map(figure => ({
    ...figure,
    figure: rounded(figure),
    met: isMet(figure),
  }))
  return { bench: name, load, seed, machine: machine(), ok: figures.every(isMet), figures: told }
}

function rounded({ figure: value, digits }: Figure): number {
  if (digits !== undefined) return Number(value.toFixed(digits))
  return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10) / 10
}

export type Spread = {
  readonly n: number
  readonly p50: number
  readonly p95: number
  readonly max: number
}

/** Of times in milliseconds; every one counts, the nearest rank is taken. */
export function spreadOf(times: readonly number[]): Spread {
  const sorted = [...times].sort((one, other) => one - other)
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { n: sorted.length, p50: rank(0.5), p95: rank(0.95), max: rank(1) }
}

/** The figures of one spread; only its p95 has a target. */
export function spreadFigures(what: string, times: readonly number[], p95Max?: number): Figure[] {
  const { n, p50, p95, max } = spreadOf(times)
  const target = p95Max === undefined ? {} : { target: { is: 'at most', value: p95Max } as const }
  return [
    { measure: `${what}, p95 of ${n}`, figure: p95, unit: 'ms', ...target },
    { measure: `${what}, p50`, figure: p50, unit: 'ms' },
    { measure: `${what}, slowest`, figure: max, unit: 'ms' },
  ]
}
