// Which pairs may be joined without asking, and which must a person judge? A pair is the same only
// if its weight is beyond doubt, its facts suffice by themselves, and nothing in its group
// contradicts.

import { join, newUnion, rootOf } from '../cluster/union.ts'
import { dateAt } from '../compare/comparison.ts'
import { initialName } from '../compare/names.ts'
import type { People } from '../compare/people.ts'
import { isWhole } from '../encode/date.ts'
import { type Places, placesOf } from './places.ts'

/** The trusted id with a second fact: before any weighing. */
export function isTrusted(levels: Int8Array, { given, family, date, id }: Places): boolean {
  if (at(levels, id) !== 0) return false
  return at(levels, date) === 0 || (agrees(levels, given) && agrees(levels, family))
}

/** Asked of the levels of one pair: do these facts name one person by themselves? */
export function factsSuffice(levels: Int8Array, places: Places): boolean {
  if (at(levels, places.id) > 0 || at(levels, places.date) > 0) return false
  if (isTrusted(levels, places)) return true
  return (
    at(levels, places.date) === 0 && agrees(levels, places.given) && agrees(levels, places.family)
  )
}

function agrees(levels: Int8Array, place: number): boolean {
  const level = at(levels, place)
  return level >= 0 && level < initialName
}

function at(levels: Int8Array, place: number): number {
  return place < 0 ? -1 : (levels[place] as number)
}

/** Per record: its trusted id and its whole date of birth, -1 where it has none. */
export type Identity = { readonly ids: Int32Array; readonly dates: Int32Array }

export function identityOf(people: People): Identity {
  const { count, fields } = people
  const places = placesOf(people.comparisons)
  const ids = fields[places.id]?.codes ?? new Int32Array(count).fill(-1)
  const field = fields[places.date]
  if (!field) return { ids, dates: new Int32Array(count).fill(-1) }
  const whole = Int32Array.from({ length: field.texts.size }, (_, code) =>
    isWhole(dateAt(field.texts, code)) ? code : -1,
  )
  return {
    ids,
    dates: Int32Array.from(field.codes, code => (code < 0 ? -1 : (whole[code] as number))),
  }
}

export type SamePair = { readonly a: number; readonly b: number }

/**
 * Strongest first: keeps the pairs that bring no two trusted ids and no two whole dates of birth
 * into one group, so that no chain of joins can do what no single join may.
 */
export function withoutConflict(count: number, identity: Identity) {
  const union = newUnion(count)
  const ids = identity.ids.slice()
  const dates = identity.dates.slice()
  return ({ a, b }: SamePair): boolean => {
    const [one, other] = [rootOf(union, a), rootOf(union, b)]
    if (one === other) return true
    if (clash(ids, one, other) || clash(dates, one, other)) return false
    const [id, date] = [
      Math.max(ids[one] as number, ids[other] as number),
      known(dates, one, other),
    ]
    const root = join(union, one, other)
    ids[root] = id
    dates[root] = date
    return true
  }
}

function known(codes: Int32Array, one: number, other: number): number {
  return Math.max(codes[one] as number, codes[other] as number)
}

function clash(codes: Int32Array, one: number, other: number): boolean {
  const [a, b] = [codes[one] as number, codes[other] as number]
  return a >= 0 && b >= 0 && a !== b
}
