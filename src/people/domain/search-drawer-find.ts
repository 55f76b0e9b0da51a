// Who in one drawer has every word asked for, and how well does each word fit?
import type { Id } from '../../kernel/ids.ts'
import { isWhole, rangeOf } from './packed.ts'
import type { Wanted } from './read-search.ts'
import type { Drawer } from './search-drawer.ts'
import { keyOf, type TokenKind } from './tokens.ts'

export type Asking = {
  readonly wanted: readonly Wanted[]
  /** Who lives in a home that a word names, by which word that is. */
  readonly homes?: ReadonlyMap<number, readonly Id[]>
  /** Where somebody must live to be found; everywhere if it is not said. */
  readonly within?: ReadonlySet<Id>
  /** Who lives here comes first among those who fit as well. */
  readonly near?: ReadonlySet<Id>
}

/** Someone found in a drawer: how badly they fit, who is near before who is not, their number. */
export type Fit = { readonly rank: number; readonly at: number }

/** Some are records of one person: so many are looked at to show the best. */
export const fitsMax = 60
const soundRank = 5
const addressRank = 1
const begunRank = 2
/** Fewer than one of so many are put in order; otherwise everybody is looked at. */
const fewShare = 32

/** How well each word fits each person of a drawer, one more than that; 0 for not at all. */
export type Sheets = readonly Uint8Array[]

/** Made once for a search: every drawer is written over the one before. */
export function makeSheets(wanted: readonly Wanted[], peopleMax: number): Sheets {
  return wanted.map(() => new Uint8Array(peopleMax))
}

/** The best first, at most so many. */
export function findInDrawer(drawer: Drawer, asking: Asking, sheets: Sheets): readonly Fit[] {
  const each: (readonly Way[])[] = []
  for (const [nth, one] of asking.wanted.entries()) {
    const ways = waysOf(drawer, one, asking.homes?.get(nth))
    if (ways.length === 0) return []
    each.push(ways)
  }
  each.forEach((ways, nth) => {
    const sheet = sheets[nth] as Uint8Array
    sheet.fill(0, 0, drawer.ids.length)
    for (const way of ways) note(way, sheet)
  })
  const counts = each.map(countOf)
  const count = Math.min(...counts)
  const rarest = counts.indexOf(count)
  const people = numbersIn(drawer, each[rarest] ?? [], count)
  const first = sheets[rarest] as Uint8Array
  return gather(drawer, asking, { sheets, first, people, least: leastOf(each) })
}

/** People who have a word in one way: part of all holders of words, or their numbers. */
type Way = {
  readonly rank: number
  readonly from: number
  readonly to: number
  readonly numbers: Uint16Array
}

function waysOf(drawer: Drawer, wanted: Wanted, homes: readonly Id[] = []): readonly Way[] {
  const ways: Way[] = []
  for (const { prefix, kinds } of wanted.any) {
    for (const kind of kinds) {
      if (kind !== 'uprn') addWays(ways, drawer, { kind, prefix })
    }
  }
  if (homes.length > 0) {
    const numbers = Uint16Array.from(homes.flatMap(id => drawer.numbers.get(id) ?? []))
    ways.push({ rank: 0, from: 0, to: numbers.length, numbers })
  }
  return wanted.isShort ? ways.map(way => ({ ...way, rank: 0 })) : ways
}

/** Names before addresses, whole words before beginnings; sounds last, and only whole. */
function addWays(
  ways: Way[],
  { words, firsts, holders }: Drawer,
  { kind, prefix }: { readonly kind: TokenKind; readonly prefix: string },
): void {
  const word = keyOf(kind, prefix)
  const [first, end] = rangeOf(words, word)
  if (first === end) return
  const rank = kind === 'sound' ? soundRank : kind === 'address' ? addressRank : 0
  const whole = isWhole(words, first, word) ? first + 1 : first
  const add = (own: number, [from = 0, to = 0]: readonly (number | undefined)[]) => {
    if (from < to) ways.push({ rank: own, from, to, numbers: holders })
  }
  add(rank, [firsts[first], firsts[whole]])
  if (kind !== 'sound') add(rank + begunRank, [firsts[whole], firsts[end]])
}

/** Nobody fits better than if every word is found in its best way. */
function leastOf(each: readonly (readonly Way[])[]): number {
  return each.reduce((sum, ways) => sum + Math.min(...ways.map(({ rank }) => rank)), 0)
}

function note({ rank, from, to, numbers }: Way, sheet: Uint8Array): void {
  for (let i = from; i < to; i++) {
    const at = numbers[i] as number
    const before = sheet[at] as number
    if (before === 0 || rank + 1 < before) sheet[at] = rank + 1
  }
}

function countOf(ways: readonly Way[]): number {
  return ways.reduce((sum, { from, to }) => sum + to - from, 0)
}

/** In order: those of these ways where they are few, otherwise everybody. */
function numbersIn({ all }: Drawer, ways: readonly Way[], count: number): Uint16Array {
  if (count * fewShare > all.length) return all
  const few = new Uint16Array(count)
  let next = 0
  for (const { numbers, from, to } of ways) {
    few.set(numbers.subarray(from, to), next)
    next += to - from
  }
  return few.sort()
}

type Gather = {
  readonly sheets: Sheets
  /** The sheet of the word that the fewest have, and those who may have it, some of them twice. */
  readonly first: Uint8Array
  readonly people: Uint16Array
  readonly least: number
}

/**
 * In the order in which they are shown, so that nobody need be sorted, and the first who cannot be
 * bettered are enough: the beginning of a number may be everybody's.
 */
function gather(drawer: Drawer, asking: Asking, found: Gather): readonly Fit[] {
  const { sheets, first, people, least } = found
  const [within, near] = [placesIn(drawer, asking.within), placesIn(drawer, asking.near)]
  const best = least * 2 + (near ? 0 : 1)
  const byRank: Fit[][] = []
  for (let i = 0; i < people.length; i++) {
    const at = people[i] as number
    if (first[at] === 0 || (i > 0 && people[i - 1] === at)) continue
    const fit = sumOf(sheets, at)
    if (fit === undefined || drawer.gone[at] === 1) continue
    const place = drawer.placeOf[at] as number
    if (within && within[place] === 0) continue
    const rank = fit * 2 + (near?.[place] ? 0 : 1)
    const alike = byRank[rank] ?? []
    byRank[rank] = alike
    if (alike.length < fitsMax) alike.push({ rank, at })
    else if (rank === best) break
  }
  return Object.values(byRank).flat().slice(0, fitsMax)
}

/** 1 for each place of the drawer that is one of these; nothing if none is. */
function placesIn({ places }: Drawer, asked: ReadonlySet<Id> | undefined): Uint8Array | undefined {
  if (!asked) return undefined
  const found = new Uint8Array(places.size + 1)
  for (const place of asked) {
    const nth = places.get(place)
    if (nth !== undefined) found[nth] = 1
  }
  return found
}

function sumOf(sheets: Sheets, at: number): number | undefined {
  let sum = 0
  for (const sheet of sheets) {
    const rank = sheet[at] as number
    if (rank === 0) return undefined
    sum += rank - 1
  }
  return sum
}
