// What happened to two records while they were joined, and whose is it? Evidence, or a stray.
import type { Id } from '../../kernel/ids.ts'

/** `from` was joined into the others; `into` stands for those others once it is out again. */
export const sides = ['from', 'into'] as const
export type Side = (typeof sides)[number]
export type Goes = Side | 'both' | 'review'

/** Why it goes there: the evidence, as a code that the preview has words for. */
export const partingReasons = [
  'own-record',
  'own-number',
  'own-list',
  'with-attempt',
  'with-need',
  'with-correction',
  'only-listed',
  'before-joining',
  'cautious',
  'nothing-says',
] as const
export type PartingReason = (typeof partingReasons)[number]

export const thingKinds = [
  'attempt',
  'need',
  'action',
  'job',
  'correction',
  'flag',
  'member',
  'concern',
] as const
export type ThingKind = (typeof thingKinds)[number]

export type Thing = {
  readonly kind: ThingKind
  readonly id: Id
  /** What it is, as a code of whoever brings it: an outcome, a kind of need, a flag. */
  readonly code: string
  readonly at: Date
  readonly goes: Goes
  readonly why: PartingReason
}

/** Nothing says whose it is. It stays where it is, and counts with caution, until it is judged. */
export type Stray = {
  readonly kind: ThingKind
  readonly thing: Id
  readonly code: string
  readonly happenedAt: number
}

/** What goes with something else is judged with it, not twice. */
const followers: readonly PartingReason[] = ['with-attempt', 'with-need']

export function straysOf(things: readonly Thing[]): readonly Stray[] {
  return things
    .filter(({ goes, why }) => goes === 'review' && !followers.includes(why))
    .map(({ kind, id, code, at }) => ({ kind, thing: id, code, happenedAt: at.getTime() }))
}
