// What do the counted cells say as a whole? Every sum on the page is made of the same cells.

import type { MemberState, Safety } from './filter.ts'
import type { Coded, PlaceCover, SafetyCount, WaitDay } from './model.ts'
import { type Counts, noCounts } from './terms.ts'

/** People of one village who stand alike and have waited alike. Village null: place not known. */
export type Cell = {
  readonly village: string | null
  readonly villageName: string | null
  readonly state: MemberState
  readonly reason: string | null
  readonly next: string | null
  readonly days: number
  readonly safety: Safety
  readonly n: number
  readonly until: Date | null
}

export function isWaiting(cell: Pick<Cell, 'state'>): boolean {
  return cell.state === 'tried' || cell.state === 'untried'
}

export function countsOf(cells: readonly Cell[]): Counts {
  const counts = { ...noCounts }
  for (const cell of cells) {
    counts[cell.state] += cell.n
    counts.listed += cell.n
  }
  return counts
}

export function longestOf(cells: readonly Cell[]): number | null {
  const waits = cells.filter(isWaiting).map(cell => cell.days)
  return waits.length === 0 ? null : Math.max(...waits)
}

/** Why people are excused, most first. */
export function reasonsOf(cells: readonly Cell[]): readonly Coded[] {
  return coded(cells.filter(cell => cell.state === 'excused').map(cell => [cell.reason, cell.n]))
}

/** What is next for those who wait, most first. */
export function nextsOf(cells: readonly Cell[]): readonly Coded[] {
  return coded(cells.filter(isWaiting).map(cell => [cell.next ?? 'none', cell.n]))
}

function coded(pairs: readonly (readonly [string | null, number])[]): readonly Coded[] {
  const sums = new Map<string, number>()
  for (const [code, n] of pairs) if (code !== null) sums.set(code, (sums.get(code) ?? 0) + n)
  const all = [...sums].map(([code, n]) => ({ code, n }))
  return all.sort((a, b) => b.n - a.n || a.code.localeCompare(b.code))
}

export function waitsOf(cells: readonly Cell[]): readonly WaitDay[] {
  const byDay = new Map<number, { days: number; untried: number; tried: number }>()
  for (const { state, days, n } of cells) {
    if (state !== 'tried' && state !== 'untried') continue
    const day = byDay.get(days) ?? { days, untried: 0, tried: 0 }
    day[state] += n
    byDay.set(days, day)
  }
  return [...byDay.values()].sort((a, b) => a.days - b.days)
}

export function safetyOf(cells: readonly Cell[]): SafetyCount {
  const counts = { 'safe-now': 0, 'at-risk': 0, 'not-known': 0, excused: 0, listed: 0 }
  for (const cell of cells) {
    counts[cell.state === 'excused' ? 'excused' : cell.safety] += cell.n
    counts.listed += cell.n
  }
  const untils = cells.flatMap(cell =>
    cell.state === 'reached' && cell.until ? [cell.until.getTime()] : [],
  )
  return { counts, until: untils.length > 0 ? new Date(Math.min(...untils)) : null }
}

type Village = { readonly id: string; readonly name: string; readonly owner: string | null }

/** Every village, also those where nobody is listed, and whoever lies in none. */
export function placesOf(
  cells: readonly Cell[],
  villages: readonly Village[],
): { readonly villages: readonly PlaceCover[]; readonly placeless: PlaceCover | null } {
  const byVillage = Map.groupBy(cells, cell => cell.village)
  const known = new Set(villages.map(village => village.id))
  const others = [...byVillage].flatMap(([id, [first]]) =>
    id === null || known.has(id) ? [] : [{ id, name: first?.villageName ?? '', owner: null }],
  )
  const cover = (village: Village, here: readonly Cell[]): PlaceCover => ({
    ...village,
    counts: countsOf(here),
    longestDays: longestOf(here),
  })
  const lost = byVillage.get(null) ?? []
  return {
    villages: [...villages, ...others].map(one => cover(one, byVillage.get(one.id) ?? [])),
    placeless: lost.length > 0 ? cover({ id: 'none', name: '', owner: null }, lost) : null,
  }
}
