// Two people side by side: their facts, what these say, and what must be known before joining them.
import type { Scope } from '../../access/index.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Tx } from '../../store/open.ts'
import type { Evidence, Facts } from '../domain/evidence.ts'
import { type Conflict, conflictsOf, hasSecondFact } from '../domain/may-join.ts'
import { type Weighed, weighPair } from '../domain/weigh-pair.ts'
import { judgeOf } from './council-judge.ts'
import { apartPairs } from './kept-apart.ts'
import { evidenceOf, knownOf } from './pair-facts.ts'
import { householdOf, type Person, peopleByIds } from './queries.ts'

export type Side = { readonly person: Person; readonly facts: Facts }

export type ReadPair = {
  readonly one: Side
  readonly other: Side
  readonly evidence: Evidence
  readonly weighed: Weighed
  /** Others of the same surname who live with one of them. */
  readonly mates: readonly Person[]
  readonly conflicts: readonly Conflict[]
  /** With a conflict: whether enough else agrees for a person to join them with a reason. */
  readonly mayJoin: boolean
  /** When somebody kept them apart before. */
  readonly apartSince: Date | null
}

export async function readPair(
  tx: Tx,
  scope: Scope,
  [first, second]: readonly Id[],
): Promise<ReadPair | undefined> {
  if (!first || !second) return undefined
  const people = await peopleByIds(tx, scope, [first, second])
  const known = await knownOf(tx, scope.council, [first, second])
  const [one, other] = [people.get(first), people.get(second)]
  const [knownOne, knownOther] = [known.get(first), known.get(second)]
  if (!one || !other || !knownOne || !knownOther) return undefined
  const mates = await matesOf(tx, scope, [one, other])
  const evidence = await evidenceOf(tx, scope.council, [knownOne, knownOther])
  const judge = await judgeOf(tx, scope.council)
  const joining = { one: knownOne.identity, other: knownOther.identity, isKeptApart: false }
  const conflicts = conflictsOf(joining.one, joining.other)
  const [apart] = await apartPairs(tx, scope.council, [first, second])
  return {
    one: { person: one, facts: knownOne.facts },
    other: { person: other, facts: knownOther.facts },
    evidence,
    weighed: weighPair(judge, { one: knownOne.facts, other: knownOther.facts, evidence }),
    mates,
    conflicts,
    mayJoin:
      conflicts.length === 0 ||
      (conflicts.length === 1 && conflicts.every(one => hasSecondFact(one, joining))),
    apartSince: apart?.decidedAt ?? null,
  }
}

async function matesOf(tx: Tx, scope: Scope, [one, other]: readonly [Person, Person]) {
  const found = [...(await householdOf(tx, scope, one)), ...(await householdOf(tx, scope, other))]
  const families = [one, other].map(({ family }) => family.toLowerCase())
  const mates = found.filter(
    mate =>
      mate.root !== one.id &&
      mate.root !== other.id &&
      families.includes(mate.family.toLowerCase()),
  )
  return [...new Map(mates.map(mate => [mate.id, mate])).values()]
}
