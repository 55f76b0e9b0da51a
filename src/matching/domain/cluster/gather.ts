// Who is one person, when pairs contradict each other? Strongest pair first, two groups become one
// only if their members agree on the whole: the mean weight over all pairs between them (average
// linkage, Sokal and Michener 1958). One chance likeness cannot chain two families together.
import { join, newUnion, rootOf, type Union } from './union.ts'

export type Weigh = (a: number, b: number) => number
export type Link = { readonly a: number; readonly b: number; readonly weight: number }
export type Gathering = {
  readonly count: number
  /** The least mean weight at which two groups become one. */
  readonly threshold: number
  /** Also asked of pairs that nobody has proposed. */
  readonly weigh: Weigh
  /** Two groups that may never become one, whatever they weigh. */
  readonly mayJoin?: (one: readonly number[], other: readonly number[]) => boolean
}

/** One weight counts for no more than this, so that a single number does not decide for a group. */
const weightMost = 14
const membersAsked = 8

export function gather(links: Iterable<Link>, gathering: Gathering): Union {
  const union = newUnion(gathering.count)
  const members = memberLists(gathering.count)
  const refused = new Set<number>()
  for (const { a, b, weight } of links) {
    if (weight < gathering.threshold) break
    const [one, other] = [rootOf(union, a), rootOf(union, b)]
    if (one === other) continue
    const question = questionOf(union, one, other)
    if (refused.has(question)) continue
    const [these, those] = [members.of(one), members.of(other)]
    if (!areOne(these, those, { ...gathering, weight })) {
      refused.add(question)
      continue
    }
    members.join(join(union, one, other), one === Math.min(one, other) ? other : one)
  }
  return union
}

/** The same question again as long as neither group has grown. */
function questionOf({ sizes }: Union, one: number, other: number): number {
  const [first, second] = one < other ? [one, other] : [other, one]
  const grownBy = ((sizes[first] as number) * 31 + (sizes[second] as number)) % 8191
  return (first * 4_194_304 + second) * 512 + (grownBy % 512)
}

type Meeting = Gathering & { readonly weight: number }

function areOne(these: readonly number[], those: readonly number[], meeting: Meeting): boolean {
  if (meeting.mayJoin && !meeting.mayJoin(these, those)) return false
  if (these.length === 1 && those.length === 1) return meeting.weight >= meeting.threshold
  let [sum, asked] = [0, 0]
  for (const a of spread(these)) {
    for (const b of spread(those)) {
      sum += Math.max(-weightMost, Math.min(weightMost, meeting.weigh(a, b)))
      asked += 1
    }
  }
  return sum / asked >= meeting.threshold
}

/** A few members stand for a large group, taken evenly. */
function spread(members: readonly number[]): readonly number[] {
  if (members.length <= membersAsked) return members
  const step = members.length / membersAsked
  return Array.from({ length: membersAsked }, (_, i) => members[Math.floor(i * step)] as number)
}

/** Chains of records, so that a million groups of one cost no million lists. */
function memberLists(count: number) {
  const next = new Int32Array(count).fill(-1)
  const last = Int32Array.from({ length: count }, (_, i) => i)
  return {
    of(root: number): number[] {
      const members: number[] = []
      for (let at = root; at >= 0; at = next[at] as number) members.push(at)
      return members.sort((a, b) => a - b)
    },
    join(stays: number, goes: number) {
      next[last[stays] as number] = goes
      last[stays] = last[goes] as number
    },
  }
}
