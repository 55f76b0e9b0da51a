// Whom does a row of a list resemble, how much and by which facts? As a judge of pairs is told it.
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Evidence, Facts } from '../domain/evidence.ts'
import { fold } from '../domain/keys.ts'
import { type Weighed, weighPair } from '../domain/weigh-pair.ts'
import { judgeOf } from './council-judge.ts'
import { homeKey } from './first-line.ts'
import { evidenceOf, knownOf } from './pair-facts.ts'

export type Likely = { readonly evidence: Evidence; readonly weighed: Weighed }

/** Of these people as they are now, the likeliest first. Whoever asks sees to who may read them. */
export async function weighSaid(
  tx: Tx,
  council: string,
  { said, people }: { readonly said: Facts; readonly people: readonly Id[] },
): Promise<ReadonlyMap<Id, Likely>> {
  const judge = await judgeOf(tx, council)
  const { family, address, postcode } = said
  const one = { facts: said, familyKey: fold(family), addressKey: homeKey(address, postcode) }
  const found: [Id, Likely][] = []
  for (const [id, other] of await knownOf(tx, council, people)) {
    const evidence = await evidenceOf(tx, council, [one, other])
    found.push([
      id,
      { evidence, weighed: weighPair(judge, { one: said, other: other.facts, evidence }) },
    ])
  }
  return new Map(found.sort((a, b) => b[1].weighed.probability - a[1].weighed.probability))
}
