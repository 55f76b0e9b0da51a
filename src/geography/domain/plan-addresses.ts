// What would these streets and addresses change? A UPRN says which home is which. A street that
// seems to be there under another spelling, or in another village, is a question, not a street.
import type { Id } from '../../kernel/ids.ts'
import { gatherStreets, type StreetGroup } from './gather-streets.ts'
import { type HeldRow, noChanges, type PlaceRef, type Plan, plainName, result } from './plan.ts'
import type { AddressRow } from './read-address-row.ts'
import type { Wrong } from './read-rows.ts'
import { spelling, streetKey } from './street-key.ts'
import type { Position, Reason, RowResult } from './terms.ts'

export type KnownStreet = {
  readonly id: Id
  readonly village: Id
  readonly name: string
  readonly isEnded: boolean
}
export type KnownHome = {
  readonly id: Id
  readonly street: Id
  readonly uprn: string | null
  readonly address: string
  readonly postcode: string
  readonly key: string
  readonly isEnded: boolean
}
export type AddressState = {
  readonly villages: readonly PlaceRef[]
  readonly streets: readonly KnownStreet[]
  readonly homes: readonly KnownHome[]
  /** What a person said: village and spelling to street, and name to village. */
  readonly saidStreets: ReadonlyMap<string, Id>
  readonly saidVillages: ReadonlyMap<string, Id>
  readonly postcodes: ReadonlySet<string>
  /** Where each UPRN lies, as it was last said. */
  readonly positions: ReadonlyMap<string, Position>
}

export function streetAlias(village: Id, street: string): string {
  return `${village}|${spelling(street)}`
}

type Rows = readonly (AddressRow | Wrong)[]

export function planAddresses(
  state: AddressState,
  { rows, edition }: { readonly rows: Rows; readonly edition: string | null },
): Plan {
  const results: RowResult[] = []
  const held: HeldRow[] = []
  const books = openBooks(state)
  const twice = uprnsTwice(rows)
  const named = nameStreets(books, rows)
  const groups = gatherStreets(state)
  const seen = new Set<string>()
  for (const row of rows) {
    if ('reason' in row) results.push(result(row, 'refused', row.reason))
    else {
      const one = decide({ books, twice, named, seen }, row)
      if ('held' in one) held.push(one.held)
      else if ('group' in one) groups.take(one.group, one.home)
      results.push('result' in one ? one.result : result(row, 'needs_review', one.held.reason))
    }
  }
  const missing = state.homes.filter(home => !home.isEnded && !seen.has(home.id)).length
  const positions = positionFacts(state, rows, results)
  return {
    ...noChanges,
    kind: 'addresses',
    edition,
    results,
    held,
    streets: groups.all(),
    facts: positions.length === 0 ? [] : [{ kind: 'uprn', facts: positions }],
    remarks: missing > 0 ? [{ remark: 'homes-stay', count: missing }] : [],
  }
}

type Books = {
  readonly state: AddressState
  readonly byUprn: ReadonlyMap<string, KnownHome>
  readonly byKey: ReadonlyMap<string, KnownHome>
  readonly streetById: ReadonlyMap<Id, KnownStreet>
  readonly bySpelling: ReadonlyMap<string, KnownStreet>
  readonly byStreetKey: ReadonlyMap<string, KnownStreet>
  villageOf(row: AddressRow): Id | undefined
}

function openBooks(state: AddressState): Books {
  const { homes, streets } = state
  const of = (one: KnownStreet, name: string) => [`${one.village}|${name}`, one] as const
  return {
    state,
    byUprn: new Map(homes.flatMap(home => (home.uprn ? [[home.uprn, home] as const] : []))),
    byKey: new Map(homes.map(home => [home.key, home])),
    streetById: new Map(streets.map(street => [street.id, street])),
    bySpelling: new Map(streets.map(street => of(street, spelling(street.name)))),
    byStreetKey: new Map(streets.map(street => of(street, streetKey(street.name)))),
    villageOf: villageFinder(state),
  }
}

/** Code first. A name is taken only when exactly one village has it. */
function villageFinder({ villages, saidVillages }: AddressState) {
  const byCode = Map.groupBy(
    villages.flatMap(one => one.codes.map(code => ({ code, one }))),
    pair => pair.code,
  )
  const byName = Map.groupBy(villages, one => plainName(one.name))
  return ({ code, village }: AddressRow): Id | undefined => {
    const name = plainName(village)
    const coded = code === null ? [] : (byCode.get(code) ?? []).map(pair => pair.one)
    if (coded.length === 1) return coded[0]?.id
    const among = coded.length > 1 ? coded : (byName.get(name) ?? [])
    const named = among.filter(one => plainName(one.name) === name)
    if (named.length === 1 && (code === null || coded.length > 1)) return named[0]?.id
    return saidVillages.get(name) ?? (code === null ? undefined : saidVillages.get(code))
  }
}

/** Two different homes with one number: neither is taken, whichever was meant. */
function uprnsTwice(rows: Rows): ReadonlySet<string> {
  const homes = new Map<string, string>()
  const twice = new Set<string>()
  for (const row of rows) {
    if ('reason' in row || row.uprn === null) continue
    const home = `${row.key}|${spelling(row.street)}|${plainName(row.village)}|${row.code}`
    const before = homes.get(row.uprn)
    if (before !== undefined && before !== home) twice.add(row.uprn)
    homes.set(row.uprn, home)
  }
  return twice
}

/** Of the spellings that a new street has in this file, the most frequent names it. */
function nameStreets(books: Books, rows: Rows): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const row of rows) {
    if ('reason' in row) continue
    const village = books.villageOf(row)
    if (village === undefined) continue
    const key = `${village}|${streetKey(row.street)}`
    const names = counts.get(key) ?? new Map<string, number>()
    names.set(row.street, (names.get(row.street) ?? 0) + 1)
    counts.set(key, names)
  }
  return new Map([...counts].map(([key, names]) => [key, mostFrequent(names)]))
}

function mostFrequent(names: ReadonlyMap<string, number>): string {
  const inOrder = [...names].sort(
    ([one, n], [other, m]) => m - n || other.length - one.length || (one < other ? -1 : 1),
  )
  return inOrder[0]?.[0] ?? ''
}

type Deciding = {
  readonly books: Books
  readonly twice: ReadonlySet<string>
  readonly named: ReadonlyMap<string, string>
  /** Homes that the file names, known ones by id. */
  readonly seen: Set<string>
}

type Decided =
  | { readonly held: HeldRow }
  | { readonly result: RowResult }
  | { readonly result: RowResult; readonly group: StreetGroup; readonly home: HomeChange }

export type HomeChange = { readonly row: AddressRow; readonly known: KnownHome | undefined }

function decide(deciding: Deciding, row: AddressRow): Decided {
  const { books, twice, seen } = deciding
  if (row.uprn !== null && twice.has(row.uprn))
    return { result: result(row, 'refused', 'uprn-twice') }
  const own = row.uprn ?? row.key
  const known = knownHome(books, row)
  if (known) seen.add(known.id)
  if (seen.has(own)) return { result: result(row, 'unchanged', 'row-repeated') }
  seen.add(own)
  const village = books.villageOf(row)
  if (village === undefined) return { held: unknownVillage(row) }
  const street = streetOf(deciding, row, village)
  if ('held' in street) return street
  const before = known && books.streetById.get(known.street)
  if (known && before && before.village !== village) {
    return { held: question(row, 'street-elsewhere', { near: known.street, about: known.id }) }
  }
  const home = { row, known }
  if (!known) return { result: result(row, 'accepted'), group: street.group, home }
  const isSame = known.street === street.group.id && isWrittenAs(known, row)
  if (isSame && !known.isEnded) return { result: result(row, 'unchanged') }
  return { result: result(row, known.isEnded ? 'accepted' : 'changed'), group: street.group, home }
}

/** Two flats 3 of one postcode are told apart by their numbers, so a number never yields. */
function knownHome({ byUprn, byKey }: Books, { uprn, key }: AddressRow): KnownHome | undefined {
  const numbered = uprn === null ? undefined : byUprn.get(uprn)
  if (numbered) return numbered
  const written = byKey.get(key)
  return uprn === null || written?.uprn === null ? written : undefined
}

function isWrittenAs(known: KnownHome, row: AddressRow): boolean {
  const isNumbered = row.uprn === null || row.uprn === known.uprn
  return isNumbered && known.address === row.address && known.postcode === row.postcode
}

function streetOf(
  { books, named }: Deciding,
  row: AddressRow,
  village: Id,
): { readonly group: StreetGroup } | { readonly held: HeldRow } {
  const said = books.state.saidStreets.get(streetAlias(village, row.street))
  const exact = books.bySpelling.get(`${village}|${spelling(row.street)}`)
  const id = said ?? exact?.id
  if (id !== undefined) return { group: { id, village, name: row.street, zone: row.zone } }
  const key = `${village}|${streetKey(row.street)}`
  const other = books.byStreetKey.get(key)
  const about = streetAlias(village, row.street)
  if (other) return { held: question(row, 'street-two-spellings', { near: other.id, about }) }
  const name = named.get(key) ?? row.street
  if (spelling(name) !== spelling(row.street)) {
    const held = question(row, 'street-two-spellings', { near: village, about })
    return { held: { ...held, nearStreet: { village, name } } }
  }
  return { group: { id: null, village, name, zone: row.zone } }
}

function unknownVillage(row: AddressRow): HeldRow {
  return question(row, 'village-unknown', { near: null, about: row.code ?? plainName(row.village) })
}

type About = { readonly near: Id | null; readonly about: string }

function question(row: AddressRow, reason: Reason, { near, about }: About): HeldRow {
  const { what, uprn, address, street, village, code, postcode } = row
  const words = { what, uprn: uprn ?? '', address, street, village, postcode }
  return { row: row.row, reason, question: `${reason} ${about}`, near, code, words }
}

/** A home that is only better placed now has changed, too. */
function positionFacts({ positions }: AddressState, rows: Rows, results: RowResult[]) {
  const taken = ['accepted', 'changed', 'unchanged']
  return rows.flatMap((row, at) => {
    if ('reason' in row || row.uprn === null || row.position === null) return []
    const own = results[at]
    if (!own || !taken.includes(own.outcome) || own.reasons.length > 0) return []
    const before = positions.get(row.uprn)
    if (before?.[0] === row.position[0] && before[1] === row.position[1]) return []
    if (own.outcome === 'unchanged') results[at] = { ...own, outcome: 'changed' }
    return [{ key: row.uprn, value: { position: row.position } }]
  })
}
