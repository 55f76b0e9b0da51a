// How likely are two records one person? One pair at a time, with the model that comes with
// Doorstep, and how common their names are in this council.
import { comparisonFrom } from '../compare/recipe.ts'
import { agreementOf, type Values } from '../decide/agreement.ts'
import { type FieldModel, type Model, probabilityOf, weightOf } from '../decide/model.ts'
import { placesOf } from '../decide/places.ts'
import { type Pair, type Scorer, scorerOf } from '../decide/scorer.ts'
import { type Around, factsSuffice, isTrusted, nobodyAround } from '../decide/suffice.ts'
import { type FieldReader, readersFor } from '../encode/fields.ts'
import { trustOf } from '../encode/real-ids.ts'
import { missing, textOf } from '../encode/texts.ts'
import type { Facts } from '../terms.ts'
import { councilModel, councilRecords } from './council-model.ts'
import { judgeColumns } from './judge-columns.ts'

/** How many people a council knows, and how many of them have a first or a family name. */
export type Commonness = {
  readonly people: number
  readonly given: ReadonlyMap<string, number>
  readonly family: ReadonlyMap<string, number>
}
export const nothingCounted: Commonness = { people: 0, given: new Map(), family: new Map() }

/** `bits`: how much it speaks for one person, or against. */
export type Told = { readonly field: string; readonly level: string; readonly bits: number }
export type Judgement = {
  readonly weight: number
  readonly probability: number
  /** Field by field, where both say something; strongest first. */
  readonly told: readonly Told[]
  /** One number that passes its check, with a second fact. */
  readonly isTrusted: boolean
  /** Number, or name and date of birth: what they share names one person by itself. */
  readonly suffices: boolean
}
export type Judge = { weigh(one: Facts, other: Facts): Judgement }

/** After so many values all is forgotten: a million rows must not fill the memory. */
const valuesMax = 20_000
const usualRarity = 8
/** So many records speak for what is usual, beside those that were counted. */
const recordsForUsual = 2_000

export function newJudge(common: Commonness = nothingCounted): Judge {
  let desk = newDesk(common)
  return {
    weigh(one, other) {
      if (isFull(desk)) desk = newDesk(common)
      return weigh(desk, one, other)
    },
  }
}

type Desk = {
  readonly common: Commonness
  readonly readers: readonly FieldReader[]
  readonly fields: readonly FieldModel[]
  readonly scorer: Scorer
  readonly values: Values
  readonly exact: readonly Float64Array[]
  /** What was read before, as long as somebody holds it. */
  readonly rows: WeakMap<Facts, Int32Array>
  readonly pair: Pair
}

function newDesk(common: Commonness): Desk {
  const readers = readersFor(judgeColumns, 'day-first')
  const rarity = new Float64Array(valuesMax * 8).fill(usualRarity)
  const comparisons = readers.map(reader =>
    comparisonFrom({ kind: 'growing', reader, rarity: () => rarity }),
  )
  const exact = readers.map(() => new Float64Array(valuesMax * 2))
  const fields = readers.map(fieldOf)
  const model: Model = { ...councilModel, ...priorsAmong(common.people), fields }
  return {
    common,
    readers,
    fields,
    scorer: scorerOf(comparisons, model, { uses: [], count: 1, exact }),
    values: valuesOf(readers, common),
    exact,
    rows: new WeakMap(),
    pair: {
      rowsA: new Int32Array(readers.length),
      atA: 0,
      rowsB: new Int32Array(readers.length),
      atB: 0,
    },
  }
}

function fieldOf({ name }: FieldReader): FieldModel {
  const found = councilModel.fields.find(field => field.name === name)
  if (!found) throw new Error(`The model of councils was learnt without ${name}.`)
  return found
}

/** Each is one of the people at most once: among more people two taken by chance are rarer one. */
function priorsAmong(people: number) {
  const share = councilRecords / Math.max(councilRecords, people)
  return { prior: councilModel.prior * share, household: councilModel.household * share }
}

function isFull({ readers }: Desk): boolean {
  return readers.some(({ texts, listed }) => {
    return Math.max(texts.size, (listed?.words.size ?? 0) / 2) >= valuesMax
  })
}

function weigh(desk: Desk, one: Facts, other: Facts): Judgement {
  const { pair, scorer, values } = desk
  pair.rowsA.set(rowOf(desk, one))
  pair.rowsB.set(rowOf(desk, other))
  meetHalfway(desk, one, other)
  const weight = scorer.weigh(pair, Number.NEGATIVE_INFINITY)
  const { levels } = scorer
  const said = agreementOf(values, levels, pair)
  return {
    weight,
    probability: probabilityOf(weight),
    told: toldBy(desk, levels),
    isTrusted: isTrusted(said),
    suffices: factsSuffice(said, aroundOf(values, levels)),
  }
}

const sameHome = 1

/** Of their contacts and of others who fit nothing is known here: so they settle nothing. */
function aroundOf({ places }: Values, levels: Int8Array): Around {
  const [address, postcode] = [levels[places.address] ?? -1, levels[places.postcode] ?? -1]
  const isOneHome = postcode === 0 || (address >= 0 && address <= sameHome)
  return { ...nobodyAround, isOneHome: () => isOneHome }
}

function valuesOf(readers: readonly FieldReader[], common: Commonness): Values {
  const places = placesOf(readers)
  const textsOf = (place: number) => (readers[place] as FieldReader).texts
  return {
    places,
    textsOf,
    usesOf: (place, code) => common.given.get(textOf(textsOf(place), code)) ?? 0,
    trustOfId: code => trustOf(textOf(textsOf(places.id), code)),
  }
}

/** One address number is one address, however it is written; of several e-mails one will do. */
function meetHalfway(desk: Desk, one: Facts, other: Facts): void {
  const { pair, values } = desk
  const { address, postcode, email } = values.places
  const { rowsA, rowsB } = pair
  const uprn = uprnKey(one.uprn)
  if (uprn && uprn === uprnKey(other.uprn)) {
    shareValue(desk, address, `uprn ${uprn}`)
    if (rowsA[postcode] !== missing && rowsB[postcode] !== missing)
      rowsB[postcode] = rowsA[postcode] as number
  }
  const emails = new Set(one.emails.map(text => text.toLowerCase()))
  const shared = other.emails.find(text => emails.has(text.toLowerCase()))
  if (shared) shareValue(desk, email, shared)
}

function shareValue(desk: Desk, k: number, text: string): void {
  const code = (desk.readers[k] as FieldReader).read([text])
  setWorth(desk, k, code)
  desk.pair.rowsA[k] = code
  desk.pair.rowsB[k] = code
}

/** Leading zeros come and go with spreadsheets. */
function uprnKey(uprn: string | undefined): string {
  return uprn?.replace(/^0+/, '') ?? ''
}

function rowOf(desk: Desk, facts: Facts): Int32Array {
  const known = desk.rows.get(facts)
  if (known) return known
  const cells = cellsOf(facts)
  const codes = Int32Array.from(desk.readers, reader =>
    reader.read(reader.sources.map(source => cells[source] as string)),
  )
  for (const [k, code] of codes.entries()) if (code !== missing) setWorth(desk, k, code)
  desk.rows.set(facts, codes)
  return codes
}

function cellsOf(facts: Facts): string[] {
  return [
    facts.nhsNumber ?? '',
    facts.firstName,
    facts.middleNames ?? '',
    facts.surname,
    facts.dateOfBirth ?? '',
    facts.phones.join(' / '),
    facts.emails[0] ?? '',
    facts.address ?? '',
    facts.postcode ?? '',
  ]
}

/** A rare name that agrees says more than a common one, as in Winkler (2000). */
function setWorth({ readers, fields, common, exact }: Desk, k: number, code: number): void {
  const { kind, texts } = readers[k] as FieldReader
  const worths = exact[k] as Float64Array
  const [level] = (fields[k] as FieldModel).levels
  if (worths[code] !== 0 || !level) return
  const isCounted = kind === 'given' || kind === 'family'
  const used = isCounted ? (common[kind].get(textOf(texts, code)) ?? 0) : 0
  const all = isCounted ? common.people : 0
  const u = (used + level.u * recordsForUsual) / (all + recordsForUsual)
  worths[code] = weightOf({ ...level, u })
}

function toldBy({ readers, fields, exact, pair }: Desk, levels: Int8Array): Told[] {
  const told = readers.flatMap(({ name }, k) => {
    const level = levels[k] as number
    const found = fields[k]?.levels[level]
    if (level < 0 || !found) return []
    const own = level === 0 ? exact[k]?.[pair.rowsA[k] as number] : undefined
    return [{ field: name, level: found.code, bits: own ?? weightOf(found) }]
  })
  return told.sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
}
