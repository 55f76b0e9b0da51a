// Who is one person, when one pair after another is joined? No chain of joins may do what no single
// join may: bring two real numbers, two whole birthdays or two first names into one group.
import { join, newUnion, rootOf } from '../cluster/union.ts'
import type { Identity } from './identity.ts'
import type { Witness } from './witness.ts'

export type Groups = {
  /** Leaves the two groups apart where they contradict each other. */
  join(a: number, b: number): void
  areOne(a: number, b: number): boolean
}

const membersAsked = 8

export function openGroups(count: number, identity: Identity, witness: Witness): Groups {
  const union = newUnion(count)
  const [ids, dates] = [identity.ids.slice(), identity.dates.slice()]
  const members = new Map<number, number[]>()
  const membersOf = (root: number) => members.get(root) ?? [root]
  return {
    areOne: (a, b) => rootOf(union, a) === rootOf(union, b),
    join(a, b) {
      const [one, other] = [rootOf(union, a), rootOf(union, b)]
      if (one === other || clash(ids, one, other) || clash(dates, one, other)) return
      const [these, those] = [membersOf(one), membersOf(other)]
      if (haveTwoNames(witness, these, those)) return
      const [id, date] = [known(ids, one, other), known(dates, one, other)]
      const root = join(union, one, other)
      ids[root] = id
      dates[root] = date
      members.delete(one)
      members.delete(other)
      members.set(root, [...these, ...those])
    },
  }
}

/** Of large groups a few members are asked, those who came first. */
function haveTwoNames(witness: Witness, these: readonly number[], those: readonly number[]) {
  if (these.length === 1 && those.length === 1) return false
  let [one, two] = [0, 0]
  for (const a of these.slice(0, membersAsked)) {
    for (const b of those.slice(0, membersAsked)) {
      const { id, given } = witness.agreement(a, b)
      if (id === 'agrees' || given === 'agrees') one += 1
      else if (given === 'differs' || given === 'alike') two += 1
    }
  }
  return two > one
}

function known(codes: Int32Array, one: number, other: number): number {
  return Math.max(codes[one] as number, codes[other] as number)
}

function clash(codes: Int32Array, one: number, other: number): boolean {
  const [a, b] = [codes[one] as number, codes[other] as number]
  return a >= 0 && b >= 0 && a !== b
}
