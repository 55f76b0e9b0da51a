// Who of the people we know is this? A register in memory that people join and leave, and that is
// asked for one person at a time while a caller speaks.
import type { Comparison } from '../compare/comparison.ts'
import { comparisonFrom } from '../compare/recipe.ts'
import { agreementOf, type Values } from '../decide/agreement.ts'
import { type FieldModel, type Model, probabilityOf } from '../decide/model.ts'
import { placesOf } from '../decide/places.ts'
import { type Pair, type Scorer, scorerOf } from '../decide/scorer.ts'
import { factsSuffice, isTrusted, nobodyAround } from '../decide/suffice.ts'
import { exactWeight } from '../decide/tables.ts'
import { type ColumnHead, type FieldReader, readersFor } from '../encode/fields.ts'
import { trustOf } from '../encode/real-ids.ts'
import { grown, textOf } from '../encode/texts.ts'
import { addTo, type Chains, eachMember, newChains } from './heaps.ts'
import { keysOf } from './keys.ts'

/** What is known of one person, by the name of the column. */
export type Known = Readonly<Record<string, string | undefined>>
export type PersonRecord = { readonly id: string; readonly cells: Known }
export type Evidence = { readonly field: string; readonly level: string }
export type Hit = {
  readonly id: string
  readonly weight: number
  readonly probability: number
  readonly decision: 'same' | 'review'
  readonly why: readonly Evidence[]
}
export type Register = {
  size(): number
  /** Somebody with this id is replaced. */
  add(record: PersonRecord): void
  remove(id: string): void
  /** Strongest first; only who may be the same person at all. */
  lookup(cells: Known, limit: number): Hit[]
}
export type RegisterOptions = {
  /** Learnt by `link` from lists with the same columns. */
  readonly model: Model
  readonly columns: readonly ColumnHead[]
}

const heapMax = 300
const reviewFrom = -4.5
const sameFrom = 9
const room = 1024
const usualRarity = 8

type Books = RegisterOptions & {
  readonly readers: readonly FieldReader[]
  readonly fields: readonly FieldModel[]
  readonly comparisons: readonly Comparison[]
  readonly chains: Chains
  readonly places: Map<string, number>
  readonly ids: (string | undefined)[]
  readonly uses: Float64Array[]
  readonly exact: Float64Array[]
  rows: Int32Array
  scorer: Scorer | undefined
  /** How many people there were when the worth of all values was last worked out. */
  weighedAt: number
}

export function newRegister({ model, columns }: RegisterOptions): Register {
  const readers = readersFor(columns, 'day-first')
  const books: Books = {
    model,
    columns,
    readers,
    fields: readers.map(reader => fieldOf(model, reader)),
    comparisons: readers.map(comparisonOfReader),
    chains: newChains(),
    places: new Map(),
    ids: [],
    uses: readers.map(() => new Float64Array(room)),
    exact: readers.map(() => new Float64Array(room)),
    rows: new Int32Array(room * readers.length),
    scorer: undefined,
    weighedAt: 0,
  }
  return {
    size: () => books.places.size,
    add: record => add(books, record),
    remove: id => remove(books, id),
    lookup: (cells, limit) => lookup(books, cells).slice(0, limit),
  }
}

function fieldOf({ fields }: Model, { name }: FieldReader): FieldModel {
  const found = fields.find(field => field.name === name)
  if (!found) throw new Error(`The model was learnt without ${name}.`)
  return found
}

/** In a register that grows, every word of an address is worth the same. */
function comparisonOfReader(reader: FieldReader): Comparison {
  let rarity = new Float64Array(room).fill(usualRarity)
  if (!reader.listed) return comparisonFrom({ kind: 'own', reader, rarity })
  const words = reader.listed.words
  return comparisonFrom({
    kind: 'growing',
    reader,
    rarity: () => {
      if (rarity.length < words.size) rarity = new Float64Array(words.size * 2).fill(usualRarity)
      return rarity
    },
  })
}

function add(books: Books, { id, cells }: PersonRecord): void {
  remove(books, id)
  const codes = codesOf(books, cells)
  const at = books.ids.length
  const end = (at + 1) * codes.length
  if (end > books.rows.length) books.rows = grown(books.rows, end)
  books.rows.set(codes, at * codes.length)
  books.ids.push(id)
  books.places.set(id, at)
  for (const [k, code] of codes.entries()) if (code >= 0) count(books, [k, code], 1)
  for (const key of keysOf(books.readers, codes)) addTo(books.chains, key, at)
}

/** Its place stays empty: nobody is found there any more. */
function remove(books: Books, id: string): void {
  const at = books.places.get(id)
  if (at === undefined) return
  const width = books.readers.length
  for (let k = 0; k < width; k++) {
    const code = books.rows[at * width + k] as number
    if (code >= 0) count(books, [k, code], -1)
  }
  books.places.delete(id)
  books.ids[at] = undefined
}

function codesOf({ readers, columns }: Books, cells: Known): Int32Array {
  const texts = columns.map(({ name }) => cells[name] ?? '')
  return Int32Array.from(readers, reader =>
    reader.read(reader.sources.map(source => texts[source] as string)),
  )
}

function count(books: Books, [k, code]: readonly [number, number], by: number): void {
  if (code >= (books.uses[k] as Float64Array).length) {
    books.uses[k] = grown(books.uses[k] as Float64Array, code + 1)
    books.exact[k] = grown(books.exact[k] as Float64Array, code + 1)
    books.scorer = undefined
  }
  const uses = books.uses[k] as Float64Array
  const used = (uses[code] as number) + by
  uses[code] = used
  const field = books.fields[k] as FieldModel
  const among = { used, count: Math.max(1, books.places.size) }
  ;(books.exact[k] as Float64Array)[code] = exactWeight(field, among)
}

function lookup(books: Books, cells: Known): Hit[] {
  const codes = codesOf(books, cells)
  const scorer = scorerNow(books)
  const values = valuesOf(books)
  const pair: Pair = { rowsA: books.rows, atA: 0, rowsB: codes, atB: 0 }
  const hits: Hit[] = []
  for (const at of candidates(books, codes)) {
    pair.atA = at * codes.length
    const weight = scorer.weigh(pair, reviewFrom)
    if (weight < reviewFrom) continue
    const { levels } = scorer
    const said = agreementOf(values, levels, pair)
    const isSure = isTrusted(said) || weight >= sameFrom
    const decision = isSure && factsSuffice(said, nobodyAround) ? 'same' : 'review'
    const probability = probabilityOf(weight)
    hits.push({
      id: books.ids[at] as string,
      weight,
      probability,
      decision,
      why: why(books, levels),
    })
  }
  return hits.sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
}

function valuesOf({ comparisons, readers, uses }: Books): Values {
  const places = placesOf(comparisons)
  const textsOf = (place: number) => (readers[place] as FieldReader).texts
  return {
    places,
    textsOf,
    usesOf: (place, code) => uses[place]?.[code] ?? 0,
    trustOfId: code => trustOf(textOf(textsOf(places.id), code)),
  }
}

/** The worth of every value again when the register has doubled: shares have halved by then. */
function scorerNow(books: Books): Scorer {
  const { fields, uses, exact, places, model, comparisons } = books
  const all = Math.max(1, places.size)
  if (all > books.weighedAt * 1.5 || all < books.weighedAt / 2) {
    for (const [k, field] of fields.entries()) {
      const own = exact[k] as Float64Array
      ;(uses[k] as Float64Array).forEach((used, code) => {
        own[code] = exactWeight(field, { used, count: all })
      })
    }
    books.weighedAt = all
    books.scorer = undefined
  }
  books.scorer ??= scorerOf(
    comparisons,
    { ...model, fields: [...fields] },
    { uses, count: all, exact },
  )
  return books.scorer
}

function candidates({ readers, chains, ids }: Books, codes: Int32Array): Set<number> {
  const found = new Set<number>()
  for (const key of keysOf(readers, codes)) {
    eachMember(chains, { key, most: heapMax }, member => {
      if (ids[member] !== undefined) found.add(member)
    })
  }
  return found
}

function why({ comparisons }: Books, levels: Int8Array): Evidence[] {
  return comparisons.flatMap(({ name, levels: words }, k) => {
    const level = words[levels[k] as number]
    return level === undefined ? [] : [{ field: name, level }]
  })
}
