// How are the records kept for comparing a million pairs? Field by field side by side in one long
// row of codes, so that a pair touches two places of the memory and not twenty.
import type { Field } from '../encode/fields.ts'
import { inOrderOf, listsInOrder } from '../encode/in-order.ts'
import type { RawTable } from '../encode/roles.ts'
import { type Comparison, rarityOf, usesOf } from './comparison.ts'
import { comparisonFrom, type Ingredient } from './recipe.ts'

export type People = {
  readonly lists: Uint8Array | undefined
  readonly count: number
  readonly fields: readonly Field[]
  readonly ingredients: readonly Ingredient[]
  readonly comparisons: readonly Comparison[]
  /** Codes of record i are rows[i * width] and on. */
  readonly rows: Int32Array
  readonly width: number
  /** Per field and code: how many records have it. */
  readonly uses: readonly Float64Array[]
  /** The weights of values that agree, where they are worked out already. */
  readonly exact?: readonly Float64Array[]
}

export type Encoded = Pick<RawTable, 'ids' | 'lists'> & { readonly fields: readonly Field[] }

/** `order` gives for each place the record that stands there. */
export function peopleOf({ lists: of, fields: read }: Encoded, order: Int32Array) {
  const fields = read.map(field => ({ ...field, codes: inOrderOf(order, field.codes) }))
  const { lists } = listsInOrder(of, order)
  const count = order.length
  const rows = interleaved(fields, count)
  const ingredients = fields.map(
    (field): Ingredient => ({ kind: 'own', reader: field, rarity: rarityOf(field) }),
  )
  const comparisons = ingredients.map(comparisonFrom)
  const uses = fields.map(usesOf)
  const width = fields.length
  const people: People = {
    lists,
    count,
    fields,
    ingredients,
    comparisons,
    rows,
    width,
    uses,
  }
  return people
}

function interleaved(fields: readonly Field[], count: number): Int32Array {
  const width = fields.length
  const rows = new Int32Array(new SharedArrayBuffer(count * width * 4))
  for (const [k, { codes }] of fields.entries()) {
    for (let i = 0; i < count; i++) rows[i * width + k] = codes[i] as number
  }
  return rows
}

/** The first `count` of them, which is a fair sample: their order has nothing to do with them. */
export function firstOf(people: People, count: number): People {
  if (people.count <= count) return people
  const fields = people.fields.map(field => ({ ...field, codes: field.codes.subarray(0, count) }))
  const rows = people.rows.subarray(0, count * people.width)
  const lists = people.lists?.subarray(0, count)
  return { ...people, lists, count, fields, rows, uses: fields.map(usesOf) }
}
