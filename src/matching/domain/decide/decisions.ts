// Which of the listed pairs are joined without asking? Strongest first: a pair that is beyond
// doubt, whose facts suffice by themselves, and that brings nobody together whom a number, a
// birthday or a first name holds apart.
import type { People } from '../compare/people.ts'
import { contactsOf } from './contacts.ts'
import { openGroups } from './groups.ts'
import { identityOf } from './identity.ts'
import { rivalsOf } from './rivals.ts'
import type { ScoredPairs } from './score-pairs.ts'
import { type Around, factsSuffice, isTrusted } from './suffice.ts'
import type { Thresholds } from './thresholds.ts'
import { type Witness, witnessOf } from './witness.ts'

/** Places of the pairs from the review threshold on, strongest first. */
export type Listed = {
  readonly scored: ScoredPairs
  readonly pairs: Int32Array
  readonly thresholds: Thresholds
  /** Of a pair, as we see it; nothing where another's model weighed it. */
  readonly levelsAt?: (p: number) => Int8Array
}

/** Per listed pair 1 where it is one person without asking, also through others. */
export function sameOf(own: People, { scored, pairs, thresholds, levelsAt }: Listed): Uint8Array {
  const witness = witnessOf(own)
  const around = aroundOf(own, witness, rivalsOf(scored, pairs, witness))
  const groups = openGroups(own.count, identityOf(own), witness)
  const { id } = witness.places
  for (const p of pairs) {
    const [a, b] = [scored.a[p] as number, scored.b[p] as number]
    const levels = levelsAt?.(p) ?? witness.levels(a, b)
    const isHeavy = (scored.weights[p] as number) >= thresholds.same
    if (!isHeavy && levels[id] !== 0) continue
    const said = witness.agreementAt(levels, a, b)
    if (!isHeavy && !isTrusted(said)) continue
    if (factsSuffice(said, around([a, b], levels))) groups.join(a, b)
  }
  return Uint8Array.from(pairs, p =>
    groups.areOne(scored.a[p] as number, scored.b[p] as number) ? 1 : 0,
  )
}

const sameHome = 1

function aroundOf(own: People, witness: Witness, rivals: ReturnType<typeof rivalsOf>) {
  const { places } = witness
  const contacts = contactsOf(own.fields, witness)
  return ([a, b]: readonly [number, number], levels: Int8Array): Around => {
    const [address, postcode] = [levels[places.address] ?? -1, levels[places.postcode] ?? -1]
    const isOneHome = postcode === 0 || (address >= 0 && address <= sameHome)
    return {
      isOneHome: () => isOneHome,
      hasOwnContact: () => contacts.hasOwn(a, b, isOneHome),
      hasPersonalContact: () => contacts.hasOwn(a, b, false),
      hasRival: () => rivals.has(a, b),
    }
  }
}
