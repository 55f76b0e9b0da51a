// What do any two records of this list say to each other, as we ourselves see them? Whoever's model
// weighs them: safety asks only us.
import type { People } from '../compare/people.ts'
import { idTrust, realIds } from '../encode/real-ids.ts'
import { type Agreement, agreementOf, type Values } from './agreement.ts'
import { lookerOf } from './look.ts'
import { type Places, placesOf } from './places.ts'
import type { Pair } from './scorer.ts'

export type Witness = {
  readonly places: Places
  /** The levels are those of the last pair asked for. */
  levels(a: number, b: number): Int8Array
  agreement(a: number, b: number): Agreement
  /** Where their levels are known already. */
  agreementAt(levels: Int8Array, a: number, b: number): Agreement
}

export function witnessOf(people: People): Witness {
  const { rows, width } = people
  const values = valuesOf(people)
  const levels = lookerOf(people.comparisons, people)
  const pair: Pair = { rowsA: rows, atA: 0, rowsB: rows, atB: 0 }
  const agreementAt = (known: Int8Array, a: number, b: number) => {
    pair.atA = a * width
    pair.atB = b * width
    return agreementOf(values, known, pair)
  }
  return {
    places: values.places,
    levels,
    agreementAt,
    agreement: (a, b) => agreementAt(levels(a, b), a, b),
  }
}

function valuesOf({ fields, comparisons, uses }: People): Values {
  const places = placesOf(comparisons)
  const id = fields[places.id]
  const trust = id ? realIds(id.texts) : new Uint8Array(0)
  return {
    places,
    textsOf: place => (fields[place] as (typeof fields)[number]).texts,
    usesOf: (place, code) => uses[place]?.[code] ?? 0,
    trustOfId: code => trust[code] ?? idTrust.none,
  }
}
