// What do any two records of this list say to each other, as we ourselves see them? Whoever's model
// weighs them: safety asks only us.
import type { People } from '../compare/people.ts'
import { idTrust, realIds } from '../encode/real-ids.ts'
import { startModel } from '../fit/fit-model.ts'
import { type Agreement, agreementOf, type Values } from './agreement.ts'
import { type Places, placesOf } from './places.ts'
import { type Pair, scorerOf } from './scorer.ts'

export type Witness = {
  readonly places: Places
  /** The levels are those of the last pair asked for. */
  levels(a: number, b: number): Int8Array
  agreement(a: number, b: number): Agreement
}

export function witnessOf(people: People): Witness {
  const { rows, width } = people
  const scorer = scorerOf(people.comparisons, startModel(people), people)
  const values = valuesOf(people)
  const pair: Pair = { rowsA: rows, atA: 0, rowsB: rows, atB: 0 }
  const levels = (a: number, b: number) => {
    pair.atA = a * width
    pair.atB = b * width
    return scorer.look(pair)
  }
  return {
    places: values.places,
    levels,
    agreement: (a, b) => agreementOf(values, levels(a, b), pair),
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
